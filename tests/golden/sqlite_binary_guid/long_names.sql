CREATE TABLE "entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time" (
    "id" INTEGER NOT NULL,
    "first_column_with_a_rather_long_name_of_its_own" TEXT NOT NULL,
    "second_column_with_a_rather_long_name_of_its_own" TEXT NOT NULL,
    "is_a_column_whose_check_has_a_long_name_because_of_the_table" INTEGER NOT NULL,
    CONSTRAINT "ck_entry_of_a_journal_with_a_name_that_goes_on_for_qui_e77ca6b7" CHECK ("is_a_column_whose_check_has_a_long_name_because_of_the_table" BETWEEN 0 AND 1),
    CONSTRAINT "pk_entry_of_a_journal_with_a_name_that_goes_on_for_qui_b44081db" PRIMARY KEY ("id"),
    CONSTRAINT "uq_entry_of_a_journal_with_a_name_that_goes_on_for_qui_551a0ccf" UNIQUE ("first_column_with_a_rather_long_name_of_its_own"),
    CONSTRAINT "uq_entry_of_a_journal_with_a_name_that_goes_on_for_qui_04828b23" UNIQUE ("second_column_with_a_rather_long_name_of_its_own")
) STRICT;
CREATE INDEX "ix_entry_of_a_journal_with_a_name_that_goes_on_for_qui_9716d86f" ON "entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time" ("first_column_with_a_rather_long_name_of_its_own", "second_column_with_a_rather_long_name_of_its_own");
CREATE TABLE "order" (
    "group" INTEGER NOT NULL,
    "select" TEXT NOT NULL,
    "Größe" TEXT NOT NULL,
    CONSTRAINT "pk_order" PRIMARY KEY ("group"),
    CONSTRAINT "uq_order_Größe" UNIQUE ("Größe"),
    CONSTRAINT "ck_order_select" CHECK ("select" <> '')
) STRICT;
CREATE TABLE "a ""name"" with 'quotes'" (
    "id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_a ""name"" with 'quotes'" PRIMARY KEY ("id"),
    CONSTRAINT "it's ""unique""" UNIQUE ("text")
) STRICT;
