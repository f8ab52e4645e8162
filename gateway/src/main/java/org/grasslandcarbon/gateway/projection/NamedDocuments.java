// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.document.DocumentMember;
import org.grasslandcarbon.views.document.DocumentMembers;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which records of the ledger name a document, as declared by {@link DocumentMembers}. */
public final class NamedDocuments {
  /**
   * Records that are told of one hash, those that named it first. Anybody can name any hash: who
   * did so later cannot crowd out who did so before.
   */
  public static final int NAMINGS_MOST = 100;

  private final JdbcTemplate jdbc;
  private final Layout layout;

  NamedDocuments(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /**
   * A record that names documents.
   *
   * @param type its type, e.g. {@code PROJECT}
   * @param id the parts of its key with colons between
   * @param record as it is stored
   */
  public record Naming(String type, String id, ObjectNode record) {
    /** What it is called: its type and its id. */
    public String name() {
      return type + ":" + id;
    }

    /** The documents that it names, each with the members in which their hashes stand. */
    public Map<Sha256, List<DocumentMember>> documents() {
      Map<Sha256, List<DocumentMember>> documents = new LinkedHashMap<>();
      for (DocumentMember member : DocumentMembers.ofType(type)) {
        member
            .of(record)
            .forEach(hash -> documents.computeIfAbsent(hash, any -> new ArrayList<>()).add(member));
      }
      return documents;
    }
  }

  /** The records that name a document, the first that did so first. */
  public List<Naming> of(Sha256 document) {
    return jdbc
        .query(
            "SELECT type, id FROM "
                + layout.documents().table()
                + " WHERE hash = ? ORDER BY seq, type, id FETCH FIRST "
                + NAMINGS_MOST
                + " ROWS ONLY",
            (row, number) -> record(row.getString(1), row.getString(2)),
            document.value())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A record of a type that names documents; empty when there is none of the id. */
  public Optional<Naming> record(String type, String id) {
    if (DocumentMembers.ofType(type).isEmpty()) {
      return Optional.empty();
    }
    return layout
        .ofType(type)
        .map(table -> json("SELECT json FROM " + table.name() + " WHERE id = ?", id))
        .orElseGet(() -> json("SELECT json FROM p_record WHERE type = ? AND id = ?", type, id))
        .stream()
        .findFirst()
        .map(json -> (ObjectNode) Codec.readTree(json.getBytes(StandardCharsets.UTF_8)))
        .map(record -> new Naming(type, id, record));
  }

  private List<String> json(String query, Object... values) {
    return jdbc.queryForList(query, String.class, values);
  }

  /**
   * The table of hashes and the records that name them. Its name has the digest of what is
   * declared: of another declaration it is filled anew.
   */
  static final class Table {
    private static final String COLUMNS =
        " (hash varchar(64) NOT NULL, type varchar(100) NOT NULL, id varchar(600) NOT NULL,"
            + " seq bigint NOT NULL, PRIMARY KEY (hash, type, id))";

    /** The form of its name, whatever it was filled under. */
    static final String FORM = "d_document_[0-9a-f]+";

    private final String name =
        "d_document_"
            + Sql.digest(
                COLUMNS
                    + DocumentMembers.ALL.stream()
                        .map(member -> member.record().name() + member.pointer())
                        .toList());

    private final String merge =
        "MERGE INTO "
            + name
            + " t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varchar),"
            + " CAST(? AS bigint))) s (hash, type, id, seq)"
            + " ON t.hash = s.hash AND t.type = s.type AND t.id = s.id"
            + " WHEN NOT MATCHED THEN INSERT (hash, type, id, seq)"
            + " VALUES (s.hash, s.type, s.id, s.seq)";

    String table() {
      return name;
    }

    void create(JdbcTemplate jdbc) {
      jdbc.execute("CREATE TABLE IF NOT EXISTS " + name + COLUMNS);
      jdbc.execute(Sql.index(name, "record", "type, id"));
    }

    /** The types whose records name documents. */
    static Set<String> types() {
      Set<String> types = new LinkedHashSet<>();
      DocumentMembers.ALL.forEach(member -> types.add(member.record().name()));
      return types;
    }

    /** What writes of one record name, one after another. */
    private static final class Named {
      /** What each of them names: what was named before them keeps its rank. */
      private final Set<Sha256> always = new LinkedHashSet<>();

      /** What the last one names, each with the first write since which it has been named. */
      private final Map<Sha256, Long> since = new LinkedHashMap<>();

      private Named(Set<Sha256> first) {
        always.addAll(first);
      }

      private void now(Set<Sha256> hashes, long seq) {
        always.retainAll(hashes);
        since.keySet().retainAll(hashes);
        hashes.forEach(hash -> since.putIfAbsent(hash, seq));
      }
    }

    /**
     * Writes what records of a type name now, in the place of what they named before.
     *
     * @param rows all writes, in their order: a hash has the rank of the write that named it, also
     *     where another one of the same record comes with it
     */
    void write(String type, List<RecordRow> rows, JdbcTemplate jdbc) {
      List<DocumentMember> members = DocumentMembers.ofType(type);
      if (members.isEmpty()) {
        return;
      }
      Map<String, Named> byId = new LinkedHashMap<>();
      for (RecordRow row : rows) {
        Set<Sha256> hashes = new LinkedHashSet<>();
        if (!row.isDeletion()) {
          JsonNode record = Codec.readTree(row.value());
          members.forEach(member -> hashes.addAll(member.of(record)));
        }
        byId.computeIfAbsent(row.id(), any -> new Named(hashes)).now(hashes, row.seq());
      }
      List<Object[]> none = new ArrayList<>();
      List<Object[]> named = new ArrayList<>();
      byId.forEach(
          (id, each) -> {
            if (each.always.isEmpty()) {
              none.add(new Object[] {type, id});
            } else {
              forgetOthers(type, id, each.always, jdbc);
            }
            each.since.forEach(
                (hash, seq) -> named.add(new Object[] {hash.value(), type, id, seq}));
          });
      Batches.update(jdbc, "DELETE FROM " + name + " WHERE type = ? AND id = ?", none);
      Batches.update(jdbc, merge, named);
    }

    /** Those that stay keep their rank. */
    private void forgetOthers(String type, String id, Set<Sha256> hashes, JdbcTemplate jdbc) {
      List<Object> values = new ArrayList<>(List.of(type, id));
      hashes.forEach(hash -> values.add(hash.value()));
      jdbc.update(
          "DELETE FROM "
              + name
              + " WHERE type = ? AND id = ? AND hash NOT IN ("
              + String.join(", ", Collections.nCopies(hashes.size(), "?"))
              + ")",
          values.toArray());
    }
  }
}
