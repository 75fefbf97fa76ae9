CREATE TABLE "nodes" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    CONSTRAINT "pk_nodes" PRIMARY KEY ("id"),
    CONSTRAINT "fk_nodes_parent_id" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE
) STRICT;
CREATE TABLE "positions" (
    "row" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    CONSTRAINT "ck_positions_row_type" CHECK ("row" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_positions_number_type" CHECK ("number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_positions" PRIMARY KEY ("row", "number")
) STRICT;
CREATE TABLE "items" (
    "id" INTEGER NOT NULL,
    "position_row" INTEGER NOT NULL,
    "position_number" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,
    "other_node_id" INTEGER,
    "last_node_id" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ck_items_position_row_type" CHECK ("position_row" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_items_position_number_type" CHECK ("position_number" BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "pk_items" PRIMARY KEY ("id"),
    CONSTRAINT "fk_items_position_row_position_number" FOREIGN KEY ("position_row", "position_number") REFERENCES "positions" ("row", "number") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "fk_items_node_id" FOREIGN KEY ("node_id") REFERENCES "nodes" ("id"),
    CONSTRAINT "fk_items_other_node_id" FOREIGN KEY ("other_node_id") REFERENCES "nodes" ("id") ON DELETE SET NULL,
    CONSTRAINT "last_node" FOREIGN KEY ("last_node_id") REFERENCES "nodes" ("id") ON DELETE SET DEFAULT
) STRICT;
