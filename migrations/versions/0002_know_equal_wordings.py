"""Know quotes of equal words: a number for the words of each, indexed, and filled in for those already there."""

import sqlalchemy as sa
from alembic import op

from app.extraction.identity import wording

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

QUOTE = sa.table(
    "quote", sa.column("id", sa.Integer), sa.column("text", sa.String), sa.column("wording", sa.BigInteger)
)
CHUNK = 5000


def upgrade() -> None:
    op.add_column("quote", sa.Column("wording", sa.BigInteger(), nullable=True))
    fill(op.get_bind())
    op.create_index("ix_quote_wording", "quote", ["wording"], unique=False, sqlite_where=sa.text("wording IS NOT NULL"))


def fill(connection: sa.Connection) -> None:
    number, last = sa.bindparam("number"), 0
    update = sa.update(QUOTE).where(QUOTE.c.id == number).values(wording=sa.bindparam("found"))
    quotes = sa.select(QUOTE.c.id, QUOTE.c.text).order_by(QUOTE.c.id).limit(CHUNK)
    while chunk := connection.execute(quotes.where(QUOTE.c.id > last)).all():
        known = [{"number": row.id, "found": found} for row in chunk if (found := wording(row.text)) is not None]
        if known:
            connection.execute(update, known)
        last = chunk[-1].id


def downgrade() -> None:
    op.drop_index("ix_quote_wording", table_name="quote")
    op.drop_column("quote", "wording")
