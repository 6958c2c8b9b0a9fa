"""The design system as the application knows it: its tokens, their contrasts, and samples to show components with."""
