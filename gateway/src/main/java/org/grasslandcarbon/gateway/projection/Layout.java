// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tables of the projection: made from the declarations of views and never by hand. What a table
 * was filled under is written down; where a declaration has changed since, its table is filled
 * again, beside the old one, from what the projection has, and then takes its place. Only where the
 * records themselves are stored otherwise everything is read again from the ledger's first block.
 *
 * <p>A start that is broken off leaves the old table in its place; the next one begins that table
 * again.
 */
public final class Layout {
  /** Rows that are read and written at a time when a table is filled again. */
  private static final String A_TIME = " FETCH FIRST 1000 ROWS ONLY";

  /** Ids looked up by one statement. */
  private static final int IDS_A_QUERY = 500;

  private static final String MOVEMENTS = "movements";

  private static final String DOCUMENTS = "documents";

  private static final String WORDS = "words";

  private static final String TRANSACTIONS = "transactions";
  private static final String SUBJECTS = "subjects";

  /** What everything else is made of: records of types without a view, the journal, how far. */
  private static final List<String> CORE =
      List.of(
          "CREATE TABLE IF NOT EXISTS p_layout (name varchar(100) PRIMARY KEY,"
              + " type varchar(100), made_as varchar(200) NOT NULL)",
          "CREATE TABLE IF NOT EXISTS p_checkpoint (id integer PRIMARY KEY, block bigint NOT NULL,"
              + " witness_block bigint NOT NULL, witness varchar(200))",
          // By position, so that entries come to the end; only the ids lie all over their index.
          "CREATE TABLE IF NOT EXISTS p_journal (seq bigint PRIMARY KEY, id varchar(36) NOT NULL,"
              + " block bigint NOT NULL, transaction_id varchar(100) NOT NULL, json text NOT NULL)",
          "CREATE INDEX IF NOT EXISTS i_p_journal_id ON p_journal (id)",
          "CREATE TABLE IF NOT EXISTS p_record (type varchar(100) NOT NULL,"
              + " id varchar(600) NOT NULL, seq bigint NOT NULL, block bigint NOT NULL,"
              + " json text NOT NULL, PRIMARY KEY (type, id))");

  /** What positions mean: entries of databases from before this stand in another order. */
  private static final String ORDER = "entries of a transaction in the order of its instructions";

  /** The names of tables that are made here. */
  private static final String OURS =
      "p_(layout|checkpoint|journal|record)|[dmvw]_[a-z_]+_[0-9a-f]+";

  private static final String LAYOUT = "p_layout";

  private static final String CORE_NAME = "core";

  /** Up to which block a database that is being filled again was filled before. */
  private static final String REACHED = "reached";

  /** The position up to which journal entries are not as the ledger has them any more. */
  private static final String LET_GO = "let-go";

  /** That indexes are still to be made: noted while a database is filled again. */
  private static final String OWED = "indexes-owed";

  private static final System.Logger LOG = System.getLogger(Layout.class.getName());

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Map<View, ViewTable> tables = new LinkedHashMap<>();
  private final Map<String, ViewTable> byType;
  private final MovementTables movements = new MovementTables();
  private final NamedDocuments.Table documents = new NamedDocuments.Table();
  private final SearchWords words = new SearchWords();
  private final Transactions blocks = new Transactions();
  private final Subjects subjects = new Subjects();
  private volatile boolean owesIndexes;

  /** The tables of the registry's views. */
  public Layout(JdbcTemplate jdbc, TransactionOperations transactions) {
    this(jdbc, transactions, Views.all());
  }

  /** With other views than the registry's: what becomes of tables when a declaration changes. */
  Layout(JdbcTemplate jdbc, TransactionOperations transactions, List<View> views) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    views.stream()
        .filter(view -> view.record().isPresent() && view.some().isEmpty())
        .forEach(view -> tables.put(view, new ViewTable(view)));
    this.byType =
        tables.values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    table -> table.view().record().orElseThrow().name(), Function.identity()));
  }

  /** The table of a type of record, if it has one of its own. */
  Optional<ViewTable> ofType(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** The name of a view's table. */
  String table(View view) {
    if (view.some().isPresent()) {
      return table(view.some().get().all());
    }
    return view.record().isPresent() ? tables.get(view).name() : movements.of(view);
  }

  /** Those ids of some rows under which a view has records. */
  Set<String> present(View view, List<RecordRow> rows) {
    Set<String> present = new HashSet<>();
    for (int from = 0; from < rows.size(); from += IDS_A_QUERY) {
      List<RecordRow> some = rows.subList(from, Math.min(rows.size(), from + IDS_A_QUERY));
      present.addAll(
          jdbc.queryForList(
              "SELECT id FROM "
                  + table(view)
                  + " WHERE id IN ("
                  + String.join(", ", Collections.nCopies(some.size(), "?"))
                  + ")",
              String.class,
              some.stream().map(RecordRow::id).toArray()));
    }
    return present;
  }

  MovementTables movements() {
    return movements;
  }

  /** Where it is written down which records name which documents. */
  NamedDocuments.Table documents() {
    return documents;
  }

  /** By which texts records are found. */
  SearchWords words() {
    return words;
  }

  /** Which block has which transaction. */
  Transactions transactions() {
    return blocks;
  }

  /** Where it is written down which entries of the journal tell of what. */
  Subjects subjects() {
    return subjects;
  }

  /** All tables of records, by type. */
  Collection<ViewTable> tables() {
    return tables.values();
  }

  /** Makes the database ready. */
  void prepare() {
    removeMigrated();
    requireOurs();
    CORE.forEach(jdbc::execute);
    String core = Sql.digest(CORE + ORDER);
    if (!madeAs(CORE_NAME).equals(Optional.of(core)) || needsTheBlocks()) {
      empty();
      CORE.forEach(jdbc::execute);
      jdbc.update(
          "INSERT INTO p_checkpoint (id, block, witness_block, witness) VALUES (1, -1, -1, NULL)");
      remember(CORE_NAME, null, core);
    }
    owesIndexes = madeAs(OWED).isPresent();
    leaveUndeclared();
    tables.values().forEach(this::prepare);
    // Before movements, of which beneficiaries are a part: whoever fills them writes words too.
    prepareWords();
    prepareMovements();
    prepareTransactions();
    prepareSubjects();
    prepareDocuments();
    if (checkpoint() >= reachedBefore()) {
      makeOwedIndexes();
    }
  }

  /**
   * Whether indexes are missing that lists are read by. They are made when a database that is
   * filled again has what it had: one by one with the rows they cost more than all the rest.
   */
  boolean owesIndexes() {
    return owesIndexes;
  }

  /**
   * Makes the indexes that are missing, if any are. What is there stays, and that none is missing
   * is noted last: broken off, it is gone over again.
   */
  void makeOwedIndexes() {
    if (owesIndexes) {
      tables.values().forEach(table -> table.createIndexes(jdbc));
      movements.createIndexes(jdbc);
      jdbc.update("DELETE FROM p_layout WHERE name = ?", OWED);
      owesIndexes = false;
    }
  }

  /**
   * Lets go of everything, to be read again from the ledger's first block; {@link #prepare} goes on
   * from there. What was begun so and is not at its end is not begun again.
   */
  void beginAnew() {
    if (present().contains(LAYOUT)) {
      requireOurs();
      if (checkpoint() >= reachedBefore() && madeAs(OWED).isEmpty()) {
        empty();
      }
    }
  }

  /**
   * Up to which block the database had been filled before it was last emptied; -1 when it never
   * was.
   */
  long reachedBefore() {
    return madeAs(REACHED).map(Long::parseLong).orElse(-1L);
  }

  /** The position of the last journal entry that was let go; -1 when there is none. */
  long letGoTo() {
    return madeAs(LET_GO).map(Long::parseLong).orElse(-1L);
  }

  void letGoTo(long seq) {
    remember(LET_GO, null, String.valueOf(seq));
  }

  /** The position of the last line of a statement that was let go; -1 when there is none. */
  long linesLetGoTo(View statement) {
    return madeAs(LET_GO + statement.table()).map(Long::parseLong).orElse(-1L);
  }

  void linesLetGoTo(View statement, long seq) {
    remember(LET_GO + statement.table(), null, String.valueOf(seq));
  }

  /** What is made of the journal cannot be made again from entries that were let go. */
  private boolean needsTheBlocks() {
    return letGoTo() >= 0
        && !(madeAs(MOVEMENTS).equals(Optional.of(movements.digest()))
            && madeAs(SUBJECTS).equals(Optional.of(subjects.table())));
  }

  private long checkpoint() {
    return present().contains("p_checkpoint")
        ? jdbc.queryForList("SELECT block FROM p_checkpoint WHERE id = 1", Long.class).stream()
            .findFirst()
            .orElse(-1L)
        : -1;
  }

  private Optional<String> madeAs(String name) {
    return jdbc
        .queryForList("SELECT made_as FROM p_layout WHERE name = ?", String.class, name)
        .stream()
        .findFirst();
  }

  private void remember(String name, String type, String madeAs) {
    jdbc.update("DELETE FROM p_layout WHERE name = ?", name);
    jdbc.update("INSERT INTO p_layout (name, type, made_as) VALUES (?, ?, ?)", name, type, madeAs);
  }

  private List<String> present() {
    return jdbc.queryForList(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA",
        String.class);
  }

  /** The tables that earlier programs made by migrations; Flyway's own says that they are ours. */
  private void removeMigrated() {
    List<String> there = present();
    if (there.contains("flyway_schema_history")) {
      LOG.log(System.Logger.Level.INFO, "the database is of an earlier program: it is filled anew");
      there.forEach(this::drop);
    }
  }

  /**
   * A database with tables of something else, or without one of ours that is said to be in force,
   * is not touched: somebody has to look first.
   */
  private void requireOurs() {
    List<String> there = present();
    if (there.contains(LAYOUT)) {
      jdbc
          .queryForList("SELECT made_as FROM p_layout WHERE type IS NOT NULL", String.class)
          .stream()
          .filter(table -> !there.contains(table))
          .findFirst()
          .ifPresent(
              table -> {
                throw new StrangeTablesException("table " + table + " is missing");
              });
    } else if (!there.isEmpty()) {
      throw new StrangeTablesException("there are tables of something else: " + there);
    }
  }

  private void drop(String table) {
    jdbc.execute("DROP TABLE IF EXISTS \"" + table + "\" CASCADE");
  }

  /**
   * In an order in which it can be broken off: once nothing is said to be in force any more, the
   * next start goes on with it, and remembers how far the database was.
   */
  private void empty() {
    long reached = Math.max(checkpoint(), reachedBefore());
    transactions.executeWithoutResult(
        status -> {
          jdbc.update("DELETE FROM p_layout");
          remember(REACHED, null, String.valueOf(reached));
          if (reached >= 0) {
            remember(OWED, null, "lists");
          }
        });
    present().stream()
        .filter(name -> name.matches(OURS) && !name.equals(LAYOUT))
        .forEach(this::drop);
  }

  /** Records whose view is declared no more go where those without one are. */
  private void leaveUndeclared() {
    jdbc
        .query(
            "SELECT name, type, made_as FROM p_layout WHERE type IS NOT NULL",
            (row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .filter(each -> !byType.containsKey(each.get(1)))
        .forEach(
            each -> {
              transactions.executeWithoutResult(
                  status -> {
                    jdbc.update(
                        "INSERT INTO p_record (type, id, seq, block, json)"
                            + " SELECT CAST(? AS varchar), id, seq, block, json FROM "
                            + each.get(2),
                        each.get(1));
                    jdbc.update("DELETE FROM p_layout WHERE name = ?", each.get(0));
                  });
              drop(each.get(2));
            });
  }

  private void prepare(ViewTable table) {
    String name = table.view().table();
    String type = table.view().record().orElseThrow().name();
    Optional<String> before = madeAs(name);
    if (before.equals(Optional.of(table.name()))) {
      return;
    }
    drop(table.name());
    table.create(jdbc);
    String source = before.orElse("p_record");
    String which = before.isPresent() ? "" : " AND type = '" + type + "'";
    long rows = fill(table, source, which);
    if (!owesIndexes || table.view() == MarketViews.TRADES) {
      // The bar of a day is told anew from its trades.
      table.createIndexes(jdbc);
    }
    transactions.executeWithoutResult(
        status -> {
          remember(name, type, table.name());
          if (before.isEmpty()) {
            jdbc.update("DELETE FROM p_record WHERE type = ?", type);
          }
        });
    before.ifPresent(this::drop);
    if (rows > 0) {
      LOG.log(System.Logger.Level.INFO, "table of {0} filled anew: {1} rows", name, rows);
    }
  }

  private long fill(ViewTable table, String source, String which) {
    return fill(source, which, some -> table.write(some, jdbc));
  }

  private long fill(String source, String which, Consumer<List<RecordRow>> writing) {
    long rows = 0;
    String last = "";
    while (true) {
      List<RecordRow> some =
          jdbc.query(
              "SELECT id, seq, block, json FROM "
                  + source
                  + " WHERE id > ?"
                  + which
                  + " ORDER BY id"
                  + A_TIME,
              (row, number) -> record(row),
              last);
      if (some.isEmpty()) {
        return rows;
      }
      transactions.executeWithoutResult(status -> writing.accept(some));
      last = some.get(some.size() - 1).id();
      rows += some.size();
    }
  }

  private static RecordRow record(ResultSet row) throws SQLException {
    byte[] json = row.getString(4).getBytes(StandardCharsets.UTF_8);
    return new RecordRow(row.getString(1), row.getLong(2), row.getLong(3), json);
  }

  private void prepareMovements() {
    if (madeAs(MOVEMENTS).equals(Optional.of(movements.digest()))) {
      return;
    }
    // Lines that were let go come back with the others, until they are let go again.
    LetGoLines.STATEMENTS.forEach(
        each -> jdbc.update("DELETE FROM p_layout WHERE name = ?", LET_GO + each.table()));
    movements.all().forEach(this::drop);
    movements.create(jdbc);
    eachEntry(some -> newMovements().write(some));
    fillBars();
    fillBeneficiaries();
    if (!owesIndexes) {
      movements.createIndexes(jdbc);
    }
    remember(MOVEMENTS, null, movements.digest());
    present().stream()
        .filter(name -> name.matches(MovementTables.FORM))
        .filter(name -> !movements.all().contains(name))
        .forEach(this::drop);
  }

  private void prepareSubjects() {
    if (madeAs(SUBJECTS).equals(Optional.of(subjects.table()))) {
      return;
    }
    present().stream().filter(name -> name.matches(Subjects.FORM)).forEach(this::drop);
    subjects.create(jdbc);
    eachEntry(some -> subjects.write(some, jdbc, this));
    remember(SUBJECTS, null, subjects.table());
  }

  /** Hands over the journal in its order, some entries at a time, each time in a transaction. */
  private void eachEntry(Consumer<List<JournalRow>> writing) {
    long last = -1;
    while (true) {
      List<JournalRow> some =
          jdbc.query(
              "SELECT id, seq, block, json, transaction_id FROM p_journal WHERE seq > ?"
                  + " ORDER BY seq"
                  + A_TIME,
              (row, number) -> journal(row),
              last);
      if (some.isEmpty()) {
        return;
      }
      transactions.executeWithoutResult(status -> writing.accept(some));
      last = some.get(some.size() - 1).row().seq();
    }
  }

  private void prepareDocuments() {
    if (madeAs(DOCUMENTS).equals(Optional.of(documents.table()))) {
      return;
    }
    present().stream().filter(name -> name.matches(NamedDocuments.Table.FORM)).forEach(this::drop);
    documents.create(jdbc);
    for (String type : NamedDocuments.Table.types()) {
      Optional<ViewTable> own = ofType(type);
      fill(
          own.map(ViewTable::name).orElse("p_record"),
          own.isPresent() ? "" : " AND type = '" + type + "'",
          some -> documents.write(type, some, jdbc));
    }
    remember(DOCUMENTS, null, documents.table());
  }

  private void prepareWords() {
    if (madeAs(WORDS).equals(Optional.of(words.table()))) {
      return;
    }
    present().stream().filter(name -> name.matches(SearchWords.FORM)).forEach(this::drop);
    words.create(jdbc);
    for (View view : SearchWords.VIEWS) {
      if (view.record().isPresent()) {
        String type = view.record().get().name();
        fill(table(view), "", some -> words.write(type, some, jdbc));
      } else if (madeAs(MOVEMENTS).equals(Optional.of(movements.digest()))) {
        newBeneficiaries().writeWords(transactions);
      }
    }
    words.index(jdbc);
    remember(WORDS, null, words.table());
  }

  private void prepareTransactions() {
    if (madeAs(TRANSACTIONS).equals(Optional.of(blocks.table()))) {
      return;
    }
    present().stream().filter(name -> name.matches(Transactions.FORM)).forEach(this::drop);
    blocks.create(jdbc);
    blocks.fill(jdbc);
    remember(TRANSACTIONS, null, blocks.table());
  }

  private void fillBars() {
    eachOf(MarketViews.TRADES, some -> newBars().addAgain(some));
  }

  private void fillBeneficiaries() {
    eachOf(CreditViews.RETIREMENTS, some -> newBeneficiaries().add(some));
  }

  /** Hands over the records of a view in the order of the ledger, some at a time. */
  private void eachOf(View view, Consumer<List<RecordRow>> writing) {
    long last = -1;
    while (true) {
      List<RecordRow> some =
          jdbc.query(
              "SELECT id, seq, block, json FROM "
                  + table(view)
                  + " WHERE seq > ? ORDER BY seq"
                  + A_TIME,
              (row, number) -> record(row),
              last);
      if (some.isEmpty()) {
        return;
      }
      transactions.executeWithoutResult(status -> writing.accept(some));
      last = some.get(some.size() - 1).seq();
    }
  }

  /** Adds trades to the bars of their days. */
  Bars newBars() {
    return new Bars(jdbc, this);
  }

  /** Adds retirements to what was retired for their beneficiaries. */
  BeneficiaryRows newBeneficiaries() {
    return new BeneficiaryRows(jdbc, this);
  }

  private static JournalRow journal(ResultSet row) throws SQLException {
    return JournalRow.of(record(row), row.getString(5), new HashMap<>());
  }

  /** Writes what journal entries moved. */
  Movements newMovements() {
    return new Movements(jdbc, movements, table(ProjectViews.REPORTS));
  }
}
