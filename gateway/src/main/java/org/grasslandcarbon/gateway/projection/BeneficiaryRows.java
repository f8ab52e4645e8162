// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.views.Beneficiaries;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * Adds retirements to what was retired for each beneficiary and of each batch for each purpose. A
 * sum is added to and not counted again: a large enterprise has a hundred thousand retirements.
 */
final class BeneficiaryRows {
  /** Spellings that are kept of one beneficiary: enough to see that it is the same. */
  static final int SPELLINGS_MOST = 10;

  /** Characters of all spellings that are searched in and shown. */
  private static final int SPELLINGS_CHARACTERS_MOST = 4_000;

  private static final int IDS_A_QUERY = 500;

  /** Stands between the two names of a spelling. */
  private static final String BETWEEN = " / ";

  private static final View VIEW = CreditViews.BENEFICIARIES;

  private final JdbcTemplate jdbc;
  private final Layout layout;

  BeneficiaryRows(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /** Those retirements of some that have not been written: each counts once. */
  List<RecordRow> unknown(List<RecordRow> retirements) {
    Set<String> known = layout.present(CreditViews.RETIREMENTS, retirements);
    return retirements.stream()
        .filter(each -> !each.isDeletion() && !known.contains(each.id()))
        .toList();
  }

  /** What was retired for one beneficiary so far. */
  private static final class Sum {
    private long seq;
    private String code;
    private String nameZh;
    private String nameEn;
    private final Set<String> spellings = new LinkedHashSet<>();
    private boolean spellingsMore;
    private long tonnes;
    private long retirements;
    private Instant firstAt;
    private Instant lastAt;
    private boolean training;
    private boolean isSpeltAnew;

    private void add(RecordRow row, JsonNode retirement) {
      Instant at = Instant.parse(retirement.path("at").asString());
      String zh = retirement.at("/beneficiary/name/zh").asString("");
      String en = retirement.at("/beneficiary/name/en").asString("");
      if (retirements == 0) {
        seq = row.seq();
        code = retirement.at("/beneficiary/code").asString(null);
        nameZh = zh;
        nameEn = en;
        firstAt = at;
        lastAt = at;
        training = retirement.path("training").asBoolean(false);
      }
      retirements++;
      tonnes = Math.addExact(tonnes, quantity(retirement));
      // Transactions of several gateways may come in another order than their times.
      firstAt = at.isBefore(firstAt) ? at : firstAt;
      lastAt = at.isAfter(lastAt) ? at : lastAt;
      spell(zh + (en.isEmpty() ? "" : BETWEEN + en));
    }

    private void spell(String spelling) {
      if (spellings.contains(spelling)) {
        return;
      }
      int characters = spellings.stream().mapToInt(String::length).sum() + spelling.length();
      if (spellings.size() < SPELLINGS_MOST && characters <= SPELLINGS_CHARACTERS_MOST) {
        spellings.add(spelling);
        isSpeltAnew = true;
      } else {
        spellingsMore = true;
      }
    }

    /** By which it is found: its code and both names of each spelling. */
    private List<String> texts() {
      List<String> texts = new ArrayList<>();
      if (code != null) {
        texts.add(code);
      }
      spellings.forEach(each -> Collections.addAll(texts, each.split(BETWEEN)));
      return texts;
    }

    private String searched() {
      return Column.searchable((code == null ? "" : code + " ") + String.join(" ", spellings));
    }

    private Object[] row(String id) {
      Map<String, Object> values = new HashMap<>();
      values.put("beneficiary", id);
      values.put("code", code);
      values.put("nameZh", nameZh);
      values.put("nameEn", nameEn);
      values.put("search", searched());
      values.put("spellings", Codec.text(spellings));
      values.put("spellingsMore", spellingsMore);
      values.put("tonnes", tonnes);
      values.put("retirements", retirements);
      values.put("firstAt", firstAt);
      values.put("lastAt", lastAt);
      values.put("training", training);
      return MovementTables.row(VIEW, seq, values);
    }
  }

  private static long quantity(JsonNode retirement) {
    return (Long) CreditViews.RETIREMENTS.column("quantity").reading().apply(retirement);
  }

  /** Adds retirements that have not been counted, in the order of the ledger. */
  void add(List<RecordRow> retirements) {
    if (retirements.isEmpty()) {
      return;
    }
    Map<String, List<Told>> told = new LinkedHashMap<>();
    for (RecordRow row : retirements) {
      JsonNode tree = Codec.readTree(row.value());
      told.computeIfAbsent(Beneficiaries.id(tree), any -> new ArrayList<>())
          .add(new Told(row, tree));
    }
    addPurposes(told);
    Map<String, Sum> known = known(List.copyOf(told.keySet()));
    List<Object[]> added = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>();
    told.forEach(
        (id, some) -> {
          boolean isNew = !known.containsKey(id);
          Sum sum = known.computeIfAbsent(id, any -> new Sum());
          some.forEach(each -> sum.add(each.row(), each.tree()));
          (isNew ? added : changed).add(isNew ? sum.row(id) : change(id, sum));
        });
    Map<String, List<String>> words = new LinkedHashMap<>();
    known.forEach(
        (id, sum) -> {
          if (sum.isSpeltAnew) {
            words.put(id, sum.texts());
          }
        });
    layout.words().write(VIEW, words, jdbc);
    Batches.update(jdbc, layout.movements().insert(VIEW), added);
    Batches.update(
        jdbc,
        "UPDATE "
            + layout.movements().beneficiaries()
            + " SET c_search = ?, c_spellings = ?, c_spellings_more = ?, c_tonnes = ?,"
            + " c_retirements = ?, c_first_at = ?, c_last_at = ? WHERE c_beneficiary = ?",
        changed);
  }

  /** Writes by which texts those are found that are there, some at a time. */
  void writeWords(TransactionOperations transactions) {
    long last = -1;
    while (true) {
      List<String> ids = new ArrayList<>();
      long[] seq = {last};
      jdbc.query(
          "SELECT c_beneficiary, seq FROM "
              + layout.movements().beneficiaries()
              + " WHERE seq > ? ORDER BY seq FETCH FIRST "
              + IDS_A_QUERY
              + " ROWS ONLY",
          row -> {
            ids.add(row.getString(1));
            seq[0] = row.getLong(2);
          },
          last);
      if (ids.isEmpty()) {
        return;
      }
      Map<String, List<String>> words = new LinkedHashMap<>();
      known(ids).forEach((id, sum) -> words.put(id, sum.texts()));
      transactions.executeWithoutResult(status -> layout.words().write(VIEW, words, jdbc));
      last = seq[0];
    }
  }

  private void addPurposes(Map<String, List<Told>> told) {
    Map<List<String>, long[]> sums = new LinkedHashMap<>();
    told.values().stream()
        .flatMap(List::stream)
        .map(Told::tree)
        .forEach(
            tree -> {
              long[] sum =
                  sums.computeIfAbsent(
                      List.of(tree.path("batch").asString(""), tree.path("purpose").asString("")),
                      any -> new long[2]);
              sum[0] = Math.addExact(sum[0], quantity(tree));
              sum[1]++;
            });
    List<Object[]> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(new Object[] {key.get(0), key.get(1), sum[0], sum[1]}));
    Batches.update(
        jdbc,
        "MERGE INTO "
            + layout.movements().retiredTotal()
            + " t USING (VALUES (CAST(? AS varchar), CAST(? AS varchar), CAST(? AS bigint),"
            + " CAST(? AS bigint))) s (asset, purpose, quantity, retirements)"
            + " ON t.asset = s.asset AND t.purpose = s.purpose"
            + " WHEN MATCHED THEN UPDATE SET quantity = t.quantity + s.quantity,"
            + " retirements = t.retirements + s.retirements"
            + " WHEN NOT MATCHED THEN INSERT (asset, purpose, quantity, retirements)"
            + " VALUES (s.asset, s.purpose, s.quantity, s.retirements)",
        rows);
  }

  private record Told(RecordRow row, JsonNode tree) {}

  private static Object[] change(String id, Sum sum) {
    return new Object[] {
      sum.searched(),
      Codec.text(sum.spellings),
      sum.spellingsMore,
      sum.tonnes,
      sum.retirements,
      Sql.value(sum.firstAt),
      Sql.value(sum.lastAt),
      id
    };
  }

  private Map<String, Sum> known(List<String> ids) {
    Map<String, Sum> known = new HashMap<>();
    for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_A_QUERY));
      jdbc.query(
          "SELECT c_beneficiary, seq, c_code, c_name_zh, c_name_en, c_spellings,"
              + " c_spellings_more, c_tonnes, c_retirements, c_first_at, c_last_at, c_training"
              + " FROM "
              + layout.movements().beneficiaries()
              + " WHERE c_beneficiary IN ("
              + String.join(", ", Collections.nCopies(some.size(), "?"))
              + ")",
          row -> {
            Sum sum = new Sum();
            sum.seq = row.getLong(2);
            sum.code = row.getString(3);
            sum.nameZh = row.getString(4);
            sum.nameEn = row.getString(5);
            Codec.readTree(row.getString(6).getBytes(StandardCharsets.UTF_8))
                .forEach(each -> sum.spellings.add(each.asString()));
            sum.spellingsMore = row.getBoolean(7);
            sum.tonnes = row.getLong(8);
            sum.retirements = row.getLong(9);
            sum.firstAt = Sql.instant(row, 10);
            sum.lastAt = Sql.instant(row, 11);
            sum.training = row.getBoolean(12);
            known.put(row.getString(1), sum);
          },
          some.toArray());
    }
    return known;
  }
}
