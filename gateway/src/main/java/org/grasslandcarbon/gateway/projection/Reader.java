// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.Member;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads records and lists of them. */
public final class Reader {
  /** Rows that a database hands over at a time when a whole list is read. */
  private static final int FETCH_ROWS = 500;

  /**
   * What a page may take: some hundred times what the dearest takes with a million records. Exports
   * have a time of their own (see {@code EdgeSettings}).
   */
  private static final int QUERY_SECONDS_MOST = 15;

  /**
   * Records that items are looked up by: the batches of some projects. Of more, one in a hundred
   * items has one as a rule, and a walk finds a page as soon.
   */
  private static final int REFERRED_MOST = 20;

  /**
   * By how much the order of times may differ from that of the ledger at the very most: endorsers
   * refuse a transaction whose time is five minutes from their clocks.
   */
  private static final Duration CLOCKS_APART = Duration.ofHours(1);

  /** Ids looked up by one statement. */
  private static final int IDS_A_QUERY = 500;

  /** As far as the items of a list are counted for a page: nobody reads on to the end of more. */
  static final long TOTAL_MOST = 1_000;

  private final JdbcTemplate jdbc;
  private final JdbcTemplate streaming;
  private final TransactionOperations readOnly;
  private final Layout layout;
  private final Referred referred;
  private final Positions positions;

  /**
   * @param readOnly transactions that only read, in which PostgreSQL hands over rows bit by bit
   */
  Reader(JdbcTemplate jdbc, TransactionOperations readOnly, Layout layout) {
    this(jdbc, readOnly, layout, QUERY_SECONDS_MOST, Positions.LOOKED_UP_MOST);
  }

  /**
   * @param secondsMost what a page may take
   * @param lookedUpMost items that are looked up for a page before the list is walked through
   */
  Reader(
      JdbcTemplate jdbc,
      TransactionOperations readOnly,
      Layout layout,
      int secondsMost,
      int lookedUpMost) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setQueryTimeout(secondsMost);
    this.readOnly = readOnly;
    this.layout = layout;
    this.referred = new Referred(this.jdbc, layout);
    this.positions = new Positions(this.jdbc, layout, lookedUpMost);
    this.streaming = new JdbcTemplate(jdbc.getDataSource());
    this.streaming.setFetchSize(FETCH_ROWS);
  }

  /**
   * Looks up which records a condition on other records means, where they are few: looked up by
   * them, items are found at once, while a join would be a walk through all of them. Where they are
   * many, the walk meets one soon.
   */
  private Selection narrowed(Selection selection) {
    Map<Selection.Far, List<String>> known = new HashMap<>();
    for (Selection.Far each : selection.far()) {
      if (each.isName()) {
        referred
            .named(selection.view(), each, REFERRED_MOST)
            .ifPresent(ids -> known.put(each, List.copyOf(ids)));
      } else if (each.isByOneColumn()) {
        Selection there = narrowed(each.there());
        List<String> ids =
            jdbc.queryForList(there.ids(layout, REFERRED_MOST + 1), String.class, there.values());
        if (ids.size() <= REFERRED_MOST) {
          known.put(each, ids);
        }
      }
    }
    Selection narrow = selection.narrowed(known);
    for (Selection.Bound each : selection.bounds()) {
      Instant sure =
          each.lower() ? each.time().minus(CLOCKS_APART) : each.time().plus(CLOCKS_APART);
      jdbc.queryForList(
              Selection.edge(each, layout.table(selection.view())), Long.class, Sql.value(sure))
          .forEach(edge -> narrow.beyond(each, edge));
    }
    return narrow;
  }

  /** A record as it is stored on the ledger. */
  public Optional<ObjectNode> find(Key<?> key) {
    List<String> parts = Keys.parts(key.text());
    String type = parts.get(0);
    String id = Ids.of(parts);
    return layout
        .ofType(type)
        .map(table -> records("SELECT json FROM " + table.name() + " WHERE id = ?", id))
        .orElseGet(() -> records("SELECT json FROM p_record WHERE type = ? AND id = ?", type, id))
        .stream()
        .findFirst();
  }

  private List<ObjectNode> records(String query, Object... values) {
    return jdbc.query(query, (row, number) -> record(row.getString(1)), values);
  }

  /**
   * Records as they stand, read in as few statements as there are types of them.
   *
   * @param keys of records that may be there or not
   */
  public ReadRecords records(Collection<Key<?>> keys) {
    Map<String, Map<String, String>> idsByType = new LinkedHashMap<>();
    for (Key<?> key : keys) {
      List<String> parts = Keys.parts(key.text());
      idsByType
          .computeIfAbsent(parts.get(0), any -> new LinkedHashMap<>())
          .put(Ids.of(parts), key.text());
    }
    Map<String, String> found = new HashMap<>();
    idsByType.forEach((type, ids) -> read(type, ids, found));
    return new ReadRecords(keys, found);
  }

  private void read(String type, Map<String, String> keysById, Map<String, String> into) {
    Optional<ViewTable> table = layout.ofType(type);
    List<String> ids = List.copyOf(keysById.keySet());
    for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_A_QUERY));
      List<Object> values = new ArrayList<>(some);
      if (table.isEmpty()) {
        values.add(0, type);
      }
      jdbc.query(
          "SELECT id, json FROM "
              + table.map(ViewTable::name).orElse("p_record")
              + " WHERE "
              + (table.isEmpty() ? "type = ? AND " : "")
              + "id IN ("
              + String.join(", ", Collections.nCopies(some.size(), "?"))
              + ")",
          row -> {
            into.put(keysById.get(row.getString(1)), row.getString(2));
          },
          values.toArray());
    }
  }

  /** Every record of a type of which there are few. */
  public <T extends LedgerRecord> List<T> all(RecordType<T> type) {
    Optional<ViewTable> table = layout.ofType(type.name());
    return jdbc.query(
        "SELECT json FROM "
            + table.map(ViewTable::name).orElse("p_record")
            + (table.isEmpty() ? " WHERE type = ?" : "")
            + " ORDER BY seq",
        (row, number) -> Codec.read(row.getString(1), type.recordClass()),
        table.isEmpty() ? new Object[] {type.name()} : new Object[] {});
  }

  /** The last block whose records are here; -1 when there is none. */
  public long block() {
    return jdbc.queryForObject("SELECT block FROM p_checkpoint WHERE id = 1", Long.class);
  }

  /**
   * The ids of records of a view that were written after a block, whether for the first time or
   * again.
   *
   * @param view one that is followed
   */
  public List<String> writtenAfter(View view, long block) {
    if (!view.isFollowed()) {
      throw new IllegalArgumentException(view + " is not followed");
    }
    return jdbc.queryForList(
        "SELECT id FROM " + layout.table(view) + " WHERE block > ?", String.class, block);
  }

  /** A record as it is shown: as it is stored, with what was stated about it if it is wrong. */
  public Optional<ObjectNode> findWithCorrections(Key<?> key) {
    return find(key)
        .map(
            record -> {
              corrections(key).ifPresent(each -> record.set(View.CORRECTIONS, each));
              return record;
            });
  }

  /** What the authority has stated about the record under a key, if anything. */
  public Optional<JsonNode> corrections(Key<?> key) {
    List<String> parts = Keys.parts(key.text());
    return find(Corrections.key(parts.get(0), parts.subList(1, parts.size())))
        .map(corrections -> corrections.path(View.CORRECTIONS));
  }

  /** The first item of a list. */
  public Optional<ObjectNode> first(Selection wanted) {
    Selection selection = narrowed(wanted);
    LastDays lastDays = new LastDays(this);
    return jdbc
        .query(
            selection.select(layout) + " FETCH FIRST 1 ROWS ONLY",
            (row, number) -> item(selection.view(), row, lastDays),
            selection.values())
        .stream()
        .findFirst();
  }

  /** The oldest item of a list that has the newest first. */
  public Optional<ObjectNode> oldest(Selection wanted) {
    Selection selection = narrowed(wanted);
    LastDays lastDays = new LastDays(this);
    return jdbc
        .query(
            selection.selectOldest(layout) + " FETCH FIRST 1 ROWS ONLY",
            (row, number) -> item(selection.view(), row, lastDays),
            selection.values())
        .stream()
        .findFirst();
  }

  /** The last item of a list that has the oldest first. */
  public Optional<ObjectNode> last(Selection wanted) {
    Selection selection = narrowed(wanted);
    if (selection.view().isNewestFirst()) {
      throw new IllegalArgumentException(selection.view() + " has the newest first");
    }
    LastDays lastDays = new LastDays(this);
    return jdbc
        .query(
            selection.select(layout) + " DESC FETCH FIRST 1 ROWS ONLY",
            (row, number) -> item(selection.view(), row, lastDays),
            selection.values())
        .stream()
        .findFirst();
  }

  /** Of which batches and money somebody has ever had something, in their order. */
  public List<String> assetsOf(ParticipantId owner) {
    return jdbc.queryForList(
        "SELECT asset FROM "
            + layout.movements().ownerBalance()
            + " WHERE owner = ? ORDER BY asset",
        String.class,
        owner.value());
  }

  /** How much of a batch each participant has who has any, under whatever title. */
  public SortedMap<String, Long> holdersOf(BatchId batch) {
    SortedMap<String, Long> holders = new TreeMap<>();
    jdbc.query(
        "SELECT owner, balance FROM "
            + layout.movements().ownerBalance()
            + " WHERE asset = ? AND balance > 0",
        row -> {
          holders.put(row.getString(1), row.getLong(2));
        },
        batch.value());
    return holders;
  }

  /**
   * How much somebody has of a batch or of money, under whatever title.
   *
   * @param owner who
   * @param asset of what
   * @param balance tonnes, or fen
   */
  public record OwnedBalance(String owner, String asset, long balance) {}

  /**
   * Hands over what everybody has of every batch, in the order of owners and batches.
   *
   * @return whether that was all: no more than so many are read
   */
  public boolean eachOwnedCredits(int most, Consumer<OwnedBalance> consumer) {
    int[] rows = {0};
    readOnly.executeWithoutResult(
        status ->
            streaming.query(
                "SELECT owner, asset, balance FROM "
                    + layout.movements().ownerBalance()
                    + " WHERE balance > 0 AND asset LIKE 'CN-GCS%' ORDER BY owner, asset"
                    + " FETCH FIRST "
                    + (most + 1)
                    + " ROWS ONLY",
                row -> {
                  if (++rows[0] <= most) {
                    consumer.accept(
                        new OwnedBalance(row.getString(1), row.getString(2), row.getLong(3)));
                  }
                }));
    return rows[0] <= most;
  }

  /** How many items a list has. */
  public long count(Selection wanted) {
    Selection selection = narrowed(wanted);
    return jdbc.queryForObject(selection.count(layout), Long.class, selection.values());
  }

  /**
   * A page of a list.
   *
   * @param after the position after which it begins, from {@link Page#next}
   * @param limit the most items
   */
  public Page page(Selection wanted, OptionalLong after, int limit) {
    Referred.Parts parts = referred.parts(wanted);
    Selection selection = narrowed(parts.rest());
    if (!parts.chosen().isEmpty()) {
      return chosen(new Referred.Parts(selection, parts.chosen()), after, limit);
    }
    Selection rest = after.isPresent() ? selection.after(after.getAsLong()) : selection;
    List<ObjectNode> items = new ArrayList<>(limit);
    List<Long> positions = new ArrayList<>(limit);
    LastDays lastDays = new LastDays(this);
    jdbc.query(
        rest.select(layout) + " FETCH FIRST " + (limit + 1) + " ROWS ONLY",
        row -> {
          items.add(item(rest.view(), row, lastDays));
          positions.add(row.getLong(1));
        },
        rest.values());
    boolean more = items.size() > limit;
    long total = total(selection, after.isEmpty() && !more ? items.size() : -1);
    return new Page(
        more ? items.subList(0, limit) : items,
        more ? OptionalLong.of(positions.get(limit - 1)) : OptionalLong.empty(),
        Math.min(total, TOTAL_MOST),
        total > TOTAL_MOST);
  }

  /** A page of what is known by ids: where its items stand, and then those items. */
  private Page chosen(Referred.Parts parts, OptionalLong after, int limit) {
    Positions.Found found = positions.find(parts, after, limit + 1);
    List<Long> page = found.page().stream().limit(limit).toList();
    boolean more = found.page().size() > limit;
    long total = found.total().orElse(TOTAL_MOST + 1);
    return new Page(
        at(parts.rest().view(), page),
        more ? OptionalLong.of(page.get(limit - 1)) : OptionalLong.empty(),
        Math.min(total, TOTAL_MOST),
        total > TOTAL_MOST);
  }

  /** The items at some positions, in their order. */
  private List<ObjectNode> at(View view, List<Long> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    Selection those = Selection.all(view).at(page);
    Map<Long, ObjectNode> items = new HashMap<>();
    LastDays lastDays = new LastDays(this);
    jdbc.query(
        those.selectOldest(layout),
        row -> {
          items.put(row.getLong(1), item(view, row, lastDays));
        },
        those.values());
    return page.stream().map(items::get).filter(Objects::nonNull).toList();
  }

  private long total(Selection selection, int known) {
    return known >= 0
        ? known
        : jdbc.queryForObject(
            selection.countUpTo(layout, TOTAL_MOST + 1), Long.class, selection.values());
  }

  /** Hands over every item of a list, without holding more than a few in memory. */
  public void each(Selection wanted, Consumer<ObjectNode> consumer) {
    Selection selection = narrowed(wanted);
    LastDays lastDays = new LastDays(this);
    readOnly.executeWithoutResult(
        status ->
            streaming.query(
                selection.select(layout),
                row -> {
                  consumer.accept(item(selection.view(), row, lastDays));
                },
                selection.values()));
  }

  private static ObjectNode record(String json) {
    return (ObjectNode) Codec.readTree(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode item(View view, ResultSet row, LastDays lastDays) throws SQLException {
    String json = row.getString(2);
    ObjectNode item = json == null ? JsonNodeFactory.instance.objectNode() : record(json);
    int column = 4;
    for (Member member : view.members()) {
      JsonNode value =
          Selection.isToldByRecord(view, member)
              ? told(member, item, lastDays)
              : value(row.getObject(column++));
      if (value != null) {
        put(item, member.name(), value);
      }
    }
    String corrections = row.getString(3);
    if (corrections != null) {
      item.set(View.CORRECTIONS, record(corrections).path(View.CORRECTIONS));
    }
    return item;
  }

  private static JsonNode told(Member member, ObjectNode record, LastDays lastDays) {
    if (member instanceof Member.LastDay day) {
      return lastDays
          .of(record.at(day.begin()), record.at(day.count()))
          .map(last -> JsonNodeFactory.instance.stringNode(last.toString()))
          .orElse(null);
    }
    return member instanceof Member.Computed computed
        ? computed.reading().apply(record)
        : value(((Member.Told) member).path().column().reading().apply(record));
  }

  private static void put(ObjectNode item, String name, JsonNode value) {
    int point = name.indexOf('.');
    if (point < 0) {
      item.set(name, value);
    } else {
      String object = name.substring(0, point);
      ObjectNode inner =
          item.path(object).isObject() ? (ObjectNode) item.get(object) : item.putObject(object);
      inner.set(name.substring(point + 1), value);
    }
  }

  private static JsonNode value(Object column) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (column == null) {
      return null;
    }
    if (column instanceof Boolean truth) {
      return nodes.booleanNode(truth);
    }
    if (column instanceof BigDecimal sum) {
      return nodes.numberNode(sum.longValueExact());
    }
    if (column instanceof Number number) {
      return nodes.numberNode(number.longValue());
    }
    if (column instanceof OffsetDateTime time) {
      return nodes.stringNode(time.toInstant().toString());
    }
    if (column instanceof java.sql.Timestamp time) {
      return nodes.stringNode(time.toInstant().toString());
    }
    if (column instanceof Instant time) {
      return nodes.stringNode(time.toString());
    }
    return text(column.toString());
  }

  /** Serials are stored as the JSON that they were; everything else is text. */
  private static JsonNode text(String text) {
    return text.startsWith("[\"")
        ? Codec.readTree(text.getBytes(StandardCharsets.UTF_8))
        : JsonNodeFactory.instance.stringNode(text);
  }
}
