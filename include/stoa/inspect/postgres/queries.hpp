// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_POSTGRES_QUERIES_HPP
#define STOA_INSPECT_POSTGRES_QUERIES_HPP

// What is asked of PostgreSQL's catalogue (manual, chapter 53), one statement for each kind of thing. What counts is
// the first schema of the search path, and for tables those that the parameter lists, whose names then stand before
// those of their tables. Partitions belong to their table, and what an extension made belongs to that.

#include "stoa/inspect/catalogue.hpp"
#include "stoa/query/statement_info.hpp"

#include <array>

namespace stoa::inspection::postgres {

inline constexpr std::array<type_def, 1> namespace_parameter{type_def{.kind = type_kind::text, .list = true}};

// Views are read like tables first, for their columns and indexes.
inline constexpr auto table_columns = result_of<as_text, as_text, as_text, as_text, as_flag, as_text>;
inline constexpr statement_info table_query{
    "SELECT c.relname::text, rtrim(n.prefix, '.'), concat_ws(' ', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' END, "
    "CASE c.relkind WHEN 'p' THEN 'PARTITION BY ' || pg_get_partkeydef(c.oid) END, "
    "'WITH (' || array_to_string(c.reloptions, ', ') || ')'), obj_description(c.oid, 'pg_class'), "
    "c.relkind = 'm', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END "
    "FROM (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS n JOIN pg_class AS c ON "
    "c.relnamespace = n.oid "
    "WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition AND NOT EXISTS (SELECT 1 FROM pg_depend AS e "
    "WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')",
    namespace_parameter, table_columns};

// An identity column's sequence depends on it internally.
inline constexpr auto column_columns =
    result_of<as_text, as_text, as_text, as_flag, as_text, as_text, as_text, as_text, as_number, as_number, as_text>;
inline constexpr statement_info column_query{
    "SELECT n.prefix || c.relname, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, "
    "CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END, pg_get_expr(d.adbin, d.adrelid, true), "
    "a.attgenerated::text, a.attidentity::text, s.seqstart, s.seqincrement, col_description(a.attrelid, a.attnum) "
    "FROM (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS n JOIN pg_class AS c ON "
    "c.relnamespace = n.oid "
    "JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "JOIN pg_type AS t ON t.oid = a.atttypid LEFT JOIN pg_collation AS l ON l.oid = a.attcollation "
    "LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
    "LEFT JOIN (pg_depend AS p JOIN pg_sequence AS s ON s.seqrelid = p.objid) ON p.classid = 'pg_class'::regclass "
    "AND p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum "
    "AND p.deptype = 'i' "
    "WHERE c.relkind IN ('r', 'p', 'v', 'm') ORDER BY n.prefix, c.relname, a.attnum",
    namespace_parameter, column_columns};

// A row for each column of a key; one for a check. A constraint with a parent is a partition's copy.
inline constexpr auto constraint_columns = result_of<as_text, as_text, as_text, as_text, as_text, as_text, as_text,
                                                     as_text, as_flag, as_flag, as_flag, as_flag, as_text>;
inline constexpr statement_info constraint_query{
    "SELECT n.prefix || c.relname, k.conname::text, k.contype::text, a.attname::text, "
    "coalesce(m.prefix, o.nspname || '.') || r.relname, b.attname::text, "
    "k.confdeltype::text, k.confupdtype::text, k.confmatchtype = 'f', k.condeferrable, k.condeferred, k.convalidated, "
    "CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid, true) END "
    "FROM (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS n JOIN pg_class AS c ON "
    "c.relnamespace = n.oid "
    "JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c') "
    "AND k.conparentid = 0 "
    "LEFT JOIN LATERAL unnest(CASE WHEN k.contype <> 'c' THEN k.conkey END, k.confkey) WITH ORDINALITY "
    "AS u (own, target, place) ON true "
    "LEFT JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.own "
    "LEFT JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.target "
    "LEFT JOIN pg_class AS r ON r.oid = k.confrelid LEFT JOIN pg_namespace AS o ON o.oid = r.relnamespace "
    "LEFT JOIN (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS m ON m.oid = r.relnamespace "
    "WHERE c.relkind IN ('r', 'p') ORDER BY n.prefix, c.relname, k.conname, u.place",
    namespace_parameter, constraint_columns};

// A row for each term and included column. NULLS NOT DISTINCT came with version 15, and with it its catalogue column,
// which is therefore asked for by name at run time.
inline constexpr auto index_columns = result_of<as_text, as_text, as_text, as_flag, as_flag, as_text, as_text, as_flag,
                                                as_flag, as_text, as_text, as_flag, as_flag, as_text, as_text>;
inline constexpr statement_info index_query{
    "SELECT n.prefix || c.relname, i.relname::text, k.conname::text, x.indisunique, "
    "coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false), m.amname::text, "
    "pg_get_expr(x.indpred, x.indrelid, true), x.indisvalid, u.place > x.indnkeyatts, a.attname::text, "
    "CASE x.indkey[u.place - 1] WHEN 0 THEN pg_get_indexdef(x.indexrelid, u.place, true) END, "
    "x.indoption[u.place - 1] & 1 <> 0, x.indoption[u.place - 1] & 2 <> 0, l.collname::text, o.opcname::text "
    "FROM (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS n JOIN pg_class AS c ON "
    "c.relnamespace = n.oid "
    "JOIN pg_index AS x ON x.indrelid = c.oid JOIN pg_class AS i ON i.oid = x.indexrelid "
    "JOIN pg_am AS m ON m.oid = i.relam CROSS JOIN LATERAL generate_series(1, x.indnatts::integer) AS u (place) "
    "LEFT JOIN pg_constraint AS k ON k.conindid = x.indexrelid AND k.conrelid = c.oid AND k.contype IN ('p', 'u') "
    "LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = x.indkey[u.place - 1] "
    "AND x.indkey[u.place - 1] <> 0 "
    "LEFT JOIN pg_opclass AS o ON o.oid = x.indclass[u.place - 1] AND NOT o.opcdefault "
    "LEFT JOIN pg_collation AS l ON l.oid = x.indcollation[u.place - 1] "
    "AND l.collname <> 'default' AND l.oid IS DISTINCT FROM a.attcollation "
    "WHERE c.relkind IN ('r', 'p', 'm') ORDER BY n.prefix, c.relname, i.relname, u.place",
    namespace_parameter, index_columns};

inline constexpr auto partition_columns = result_of<as_text, as_text, as_text>;
inline constexpr statement_info partition_query{
    "SELECT n.prefix || c.relname, CASE WHEN p.relnamespace <> c.relnamespace THEN o.nspname || '.' ELSE '' END || "
    "p.relname, "
    "concat_ws(' ', pg_get_expr(p.relpartbound, p.oid, true), "
    "CASE p.relkind WHEN 'p' THEN 'PARTITION BY ' || pg_get_partkeydef(p.oid) END) "
    "FROM (SELECT s.oid, CASE WHEN s.nspname = ANY($1) THEN s.nspname || '.' ELSE '' END AS prefix "
    "FROM pg_namespace AS s WHERE s.nspname = current_schema() OR s.nspname = ANY($1)) AS n JOIN pg_class AS c ON "
    "c.relnamespace = n.oid "
    "JOIN pg_inherits AS h ON h.inhparent = c.oid JOIN pg_class AS p ON p.oid = h.inhrelid "
    "JOIN pg_namespace AS o ON o.oid = p.relnamespace "
    "WHERE c.relkind = 'p' ORDER BY n.prefix, c.relname, p.relname",
    namespace_parameter, partition_columns};

inline constexpr auto enum_columns = result_of<as_text, as_text>;
inline constexpr statement_info enum_query{
    "SELECT t.typname::text, v.enumlabel::text FROM pg_type AS t JOIN pg_enum AS v ON v.enumtypid = t.oid "
    "WHERE t.typnamespace = quote_ident(current_schema())::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend AS e "
    "WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e') "
    "ORDER BY t.typname, v.enumsortorder",
    {},
    enum_columns};

} // namespace stoa::inspection::postgres

#endif
