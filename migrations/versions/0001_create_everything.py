"""Create everything: the tables of the domain, their indexes, and the full-text indexes with their triggers."""

import sqlalchemy as sa
from alembic import op

from app.store.fulltext import INDEXES

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "quote_topic",
    "quote_span",
    "quote_country",
    "quote",
    "other_quoted",
    "block",
    "revision",
    "article_topic",
    "article_text",
    "article_country",
    "speaker",
    "corpus",
    "article",
)
"""In the order in which they can be dropped."""


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
        sa.Column("extraction_version", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("opening", sa.String(), nullable=False),
        sa.Column("quote_count", sa.Integer(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("date_method", sa.String(), nullable=False),
        sa.Column("first_read", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_changed", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_article_public_id")),
    )
    op.create_index("ix_article_outlet_published_id", "article", ["outlet", "published", "id"], unique=False)
    op.create_index("ix_article_published_id", "article", ["published", "id"], unique=False)
    op.create_table(
        "corpus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("generation", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corpus")),
    )
    op.create_table(
        "speaker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
        sa.UniqueConstraint("slug", name=op.f("uq_speaker_slug")),
    )
    op.create_table(
        "article_country",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_country_article_id")),
        sa.PrimaryKeyConstraint("article_id", "code", name=op.f("pk_article_country")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_article_country_code_role_article_id", "article_country", ["code", "role", "article_id"], unique=False
    )
    op.create_table(
        "article_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["article.id"], name=op.f("fk_article_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_text")),
    )
    op.create_table(
        "article_topic",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_topic_article_id")),
        sa.PrimaryKeyConstraint("article_id", "slug", name=op.f("pk_article_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_topic_slug_article_id", "article_topic", ["slug", "article_id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("deck", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("dateline", sa.JSON(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("date_method", sa.String(), nullable=False),
        sa.Column("date_confidence", sa.Float(), nullable=False),
        sa.Column("date_candidates", sa.JSON(), nullable=False),
        sa.Column("date_evidence", sa.JSON(), nullable=False),
        sa.Column("extraction_version", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_revision_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index("uq_revision_article_id_number", "revision", ["article_id", "number"], unique=True)
    op.create_table(
        "block",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_block_revision_id")),
        sa.PrimaryKeyConstraint("revision_id", "position", name=op.f("pk_block")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "other_quoted",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_other_quoted_revision_id")),
        sa.PrimaryKeyConstraint("revision_id", "position", name=op.f("pk_other_quoted")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("speaker_name", sa.String(), nullable=True),
        sa.Column("speaker_role", sa.String(), nullable=True),
        sa.Column("as_written", sa.String(), nullable=True),
        sa.Column("via_id", sa.Integer(), nullable=True),
        sa.Column("via_role", sa.String(), nullable=True),
        sa.Column("via_as_written", sa.String(), nullable=True),
        sa.Column("cue", sa.JSON(), nullable=True),
        sa.Column("statement_date", sa.Date(), nullable=True),
        sa.Column("statement_date_evidence", sa.JSON(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_quote_article_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_quote_revision_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_quote_speaker_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["quote.id"], name=op.f("fk_quote_successor_id")),
        sa.ForeignKeyConstraint(["via_id"], ["speaker.id"], name=op.f("fk_quote_via_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("public_id", name=op.f("uq_quote_public_id")),
    )
    op.create_index("ix_quote_article_id", "quote", ["article_id", "position"], unique=False)
    op.create_index(
        "ix_quote_outlet_published_id",
        "quote",
        ["outlet", "published", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'current'"),
    )
    op.create_index(
        "ix_quote_published_id", "quote", ["published", "id"], unique=False, sqlite_where=sa.text("state = 'current'")
    )
    op.create_index(
        "ix_quote_side_published_id",
        "quote",
        ["side", "published", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'current'"),
    )
    op.create_index(
        "ix_quote_speaker_id_published_id",
        "quote",
        ["speaker_id", "published", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'current'"),
    )
    op.create_index(
        "ix_quote_statement_date_id",
        "quote",
        ["statement_date", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'current'"),
    )
    op.create_table(
        "quote_country",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_country_quote_id")),
        sa.PrimaryKeyConstraint("quote_id", "code", name=op.f("pk_quote_country")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_country_code_role_quote_id", "quote_country", ["code", "role", "quote_id"], unique=False)
    op.create_table(
        "quote_span",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_span_quote_id")),
        sa.PrimaryKeyConstraint("quote_id", "position", name=op.f("pk_quote_span")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quote_topic",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_topic_quote_id")),
        sa.PrimaryKeyConstraint("quote_id", "slug", name=op.f("pk_quote_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_topic_slug_quote_id", "quote_topic", ["slug", "quote_id"], unique=False)
    op.execute("INSERT INTO corpus (id, generation) VALUES (1, 'empty')")
    for index in INDEXES:
        for statement in index.definition():
            op.execute(statement)


def downgrade() -> None:
    for index in INDEXES:
        op.execute(f"DROP TABLE {index.name}")
    for table in TABLES:
        op.drop_table(table)
