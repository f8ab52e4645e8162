// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Renewals;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.views.Column;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the projection does on every database. */
abstract class ProjectionContract {
  private JdbcTemplate jdbc;
  private Layout layout;
  private Projection projection;
  private Reader reader;

  /** An empty database. */
  abstract DataSource emptyDatabase();

  @BeforeEach
  void prepare() {
    DataSource database = emptyDatabase();
    jdbc = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    layout = new Layout(jdbc, transactions);
    projection = new Projection(jdbc, transactions, layout);
    reader = new Reader(jdbc, transactions, layout);
    projection.prepare();
  }

  @Test
  void a_renewal_can_be_read_while_it_is_in_publicity_and_after() {
    Renewals renewals = new Renewals();
    RecordedBlocks blocks = new RecordedBlocks(renewals.projects.ledger, "a");
    InstructionId proposed = renewals.proposed();
    blocks.cut();
    projectAll(blocks);
    JsonNode stored = reader.find(Renewal.key(proposed)).orElseThrow();
    assertThat(stored.path("state").asString()).isEqualTo("PUBLICITY");
    assertThat(stored.at("/design/methodology/version").asString()).isEqualTo("2.0");
    InstructionId registered = renewals.registered();
    blocks.cut();
    projectAll(blocks);
    assertThat(reader.find(Renewal.key(registered)).orElseThrow().path("state").asString())
        .isEqualTo("REGISTERED");
    assertThat(reader.find(Renewal.key(proposed)).orElseThrow().path("state").asString())
        .isEqualTo("REPLACED");
  }

  @Test
  void a_life_cycle_from_design_document_to_credits_can_be_read() {
    Projects projects = new Projects();
    RecordedBlocks blocks = new RecordedBlocks(projects.ledger, "a");
    blocks.cut();
    InstructionId report = projects.issued();
    blocks.cut();
    projectAll(blocks);

    JsonNode stored = reader.find(MonitoringReport.key(report)).orElseThrow();
    assertThat(stored.path("state").asString()).isEqualTo("ISSUED");
    String project = stored.path("project").asString();
    assertThat(reader.find(Project.TYPE.key(project))).isPresent();
    assertThat(reader.find(ProjectBoundary.TYPE.key(project))).isPresent();
    assertThat(reader.find(Validation.TYPE.key(project))).isPresent();
    assertThat(reader.find(ReportQuantification.key(report, ReportQuantification.Round.SUBMITTED)))
        .isPresent();
    assertThat(count(layout.table(CreditViews.BATCHES))).isPositive();
    assertTotalsPartitionIssued();
  }

  @Test
  void records_are_stored_as_they_are_on_the_ledger() {
    Projects projects = new Projects();
    projects.issued();
    RecordedBlocks blocks = new RecordedBlocks(projects.ledger, "a");
    blocks.cut();
    projectAll(blocks);
    projects
        .ledger
        .store()
        .state()
        .forEach(
            (key, value) -> {
              RecordType<?> type = RecordTypes.of(key).orElseThrow();
              if (type != JournalEntry.TYPE) {
                assertThat(reader.find(new Key<>(key, type.recordClass())))
                    .contains((tools.jackson.databind.node.ObjectNode) Codec.readTree(value));
              }
            });
  }

  @Test
  void projecting_a_block_again_changes_nothing() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> once = everything();
    blocks.all().forEach(block -> projection.project(List.of(block)));
    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void a_database_that_is_filled_again_is_the_same() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> once = everything();
    jdbc.update("UPDATE p_layout SET made_as = 'of an older version' WHERE name = 'core'");
    projection.prepare();
    assertThat(count("p_journal")).isZero();
    assertThat(projection.projectedBlock()).isEqualTo(-1);
    projectAll(blocks);
    assertThat(everything()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden", "market"})
  void a_database_that_is_made_again_is_row_for_row_what_it_was_also_when_it_is_broken_off(
      String history) {
    List<LedgerBlock> blocks = history(history);
    blocks.forEach(block -> projection.project(List.of(block)));
    Map<String, List<Map<String, Object>>> lived = everything();
    assertThat(
            lived.get(layout.table(CreditViews.RETIREMENTS)).size()
                + lived.get(layout.table(MarketViews.CANCELLATIONS)).size())
        .as("the history is rich")
        .isPositive();
    long reached = projection.projectedBlock();
    Set<String> indexes = indexes();

    projection.beginAnew();
    projection.prepare();
    assertThat(count("p_journal")).isZero();
    assertThat(indexes()).as("lists are read by those that come later").isNotEqualTo(indexes);
    assertThat(indexes).containsAll(indexes());
    assertThat(projection.reachedBefore()).isEqualTo(reached);
    int third = blocks.size() / 3;
    projection.project(blocks.subList(0, third));

    // As a gateway that was killed does when it is told the same again.
    projection.beginAnew();
    projection.prepare();
    assertThat(projection.projectedBlock()).as("it goes on").isEqualTo(third - 1L);
    assertThat(projection.reachedBefore()).isEqualTo(reached);
    for (int from = third; from < blocks.size(); from += 100) {
      projection.project(blocks.subList(from, Math.min(blocks.size(), from + 100)));
    }
    everything().forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(lived.get(table)));
    assertThat(everything()).hasSameSizeAs(lived);
    assertThat(indexes()).isEqualTo(indexes);
    assertThat(layout.owesIndexes()).isFalse();

    projection.beginAnew();
    projection.prepare();
    assertThat(projection.projectedBlock()).as("one that is whole begins again").isEqualTo(-1);
  }

  @Test
  void indexes_that_a_database_made_again_did_not_get_any_more_are_made_by_the_next_start() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Set<String> indexes = indexes();
    // What is there when a gateway is killed among them, behind the last block.
    jdbc.update("INSERT INTO p_layout (name, made_as) VALUES ('indexes-owed', 'lists')");
    jdbc.execute("DROP INDEX i_" + layout.movements().statement() + "_1");
    jdbc.execute("DROP INDEX i_" + layout.movements().serialMove() + "_newest");
    assertThat(indexes()).hasSize(indexes.size() - 2);

    projection.beginAnew();
    assertThat(projection.projectedBlock()).as("it goes on, and does not begin").isPositive();
    projection.prepare();
    assertThat(indexes()).isEqualTo(indexes);
    assertThat(count("p_layout WHERE name = 'indexes-owed'")).isZero();
  }

  @Test
  void a_database_of_a_ledger_that_is_shorter_than_it_was_gets_its_indexes_when_it_is_told_so() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Set<String> indexes = indexes();
    projection.beginAnew();
    projection.prepare();
    projection.project(blocks.all().subList(0, 2));
    assertThat(indexes()).isNotEqualTo(indexes);
    projection.makeOwedIndexes();
    assertThat(indexes()).isEqualTo(indexes);
    assertThat(layout.owesIndexes()).isFalse();
  }

  @Test
  void blocks_that_were_read_ahead_say_the_same_and_others_of_their_numbers_do_not_pass_for_them() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> oneByOne = everything();
    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'core'");
    projection.prepare();
    // Of another ledger that was followed before.
    RecordedBlocks.ofEach(GoldenHistory.play(), "golden").all().forEach(projection::readAhead);
    int half = blocks.all().size() / 2;
    blocks.all().subList(0, half).forEach(projection::readAhead);
    projection.project(blocks.all());
    assertThat(everything()).isEqualTo(oneByOne);
  }

  @Test
  void a_block_that_cannot_be_understood_says_so_when_its_turn_comes_and_not_before() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    byte[] nonsense = "{".getBytes(StandardCharsets.UTF_8);
    String key = JournalEntry.key(new InstructionId("00000000-0000-4000-8000-000000000001")).text();
    LedgerBlock bad = blocks.add(List.of(new StateWrite(key, nonsense, false)));
    projection.readAhead(bad);
    assertThatThrownBy(() -> projection.project(List.of(bad)))
        .isInstanceOf(org.grasslandcarbon.domain.error.RegistryException.class);
    assertThat(projection.projectedBlock()).isEqualTo(bad.number() - 1);
  }

  /** A rich history, and a record of a type that has no view, deleted and made again. */
  private static List<LedgerBlock> history(String name) {
    RecordedBlocks blocks =
        name.equals("golden")
            ? RecordedBlocks.ofEach(GoldenHistory.play(), name)
            : MarketInMotion.play(7, 2, 60).blocks();
    String key = "\u0000LATER_TYPE\u00001\u0000";
    byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
    blocks.add(List.of(new StateWrite(key, value, false)));
    blocks.add(List.of(new StateWrite(key, new byte[0], true)));
    blocks.add(List.of(new StateWrite(key, value, false)));
    return blocks.all();
  }

  @Test
  void emptying_that_was_broken_off_goes_on_with_the_next_start() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> once = everything();
    long reached = projection.projectedBlock();
    // What the first step of emptying leaves: all tables, and nothing said to be in force.
    jdbc.update("DELETE FROM p_layout");
    jdbc.update("INSERT INTO p_layout (name, made_as) VALUES ('reached', '" + reached + "')");
    jdbc.execute("DROP TABLE p_checkpoint");
    projection.prepare();
    assertThat(projection.projectedBlock()).isEqualTo(-1);
    assertThat(projection.reachedBefore()).isEqualTo(reached);
    projectAll(blocks);
    assertThat(everything()).isEqualTo(once);
  }

  private Retention retention() {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource()));
    return new Retention(
        jdbc,
        transactions,
        layout,
        new RetentionSettings(Optional.empty(), Optional.empty()),
        InstantSource.system());
  }

  @Test
  void entries_that_are_let_go_say_so_and_what_was_made_of_them_stays() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    Map<String, List<Map<String, Object>>> before = everything();
    Journal journal = new Journal(jdbc);
    Instant at = motion.ledger().time();
    assertThat(retention().letGoOf(at.minusSeconds(86_400 * 3650L))).as("none so old").isZero();
    assertThat(journal.find(motion.retirement()).orElseThrow().isWhole()).isTrue();
    String kid = journal.find(motion.retirement()).orElseThrow().text("kid").orElseThrow();

    assertThat(retention().letGoOf(at.plusSeconds(1))).isEqualTo(count("p_journal")).isPositive();
    assertThat(retention().letGoOf(at.plusSeconds(1))).as("each once").isZero();
    Journal.Entry entry = journal.find(motion.retirement()).orElseThrow();
    assertThat(entry.text("kid")).hasValue(kid);
    assertThat(entry.text("digest")).isPresent();
    assertThat(entry.isWhole()).isFalse();
    assertThat(entry.block()).isPositive();
    Map<String, List<Map<String, Object>>> after = everything();
    after.put("p_journal", before.get("p_journal"));
    assertThat(after).isEqualTo(before);
    books()
        .look(
            look -> {
              assertThat(look.posted(-1, 100).misposted()).isEmpty();
              StoredRecord first = new StoredRecord("", "", -1, "", List.of());
              assertThat(look.records("p_journal", first, 100)).isEmpty();
              assertThat(look.record("JOURNAL", motion.retirement().value())).isEmpty();
              assertThat(look.unknownInstructions(motion.batch().value(), 5)).isEmpty();
              return null;
            });
    MarketEvents events = new MarketEvents(jdbc, reader, layout);
    long block = projection.projectedBlock();
    assertThat(events.tryFind(new Position(0, 0), block)).isEmpty();
    assertThat(events.tryFind(Position.endOf(block), block)).isPresent();
  }

  @Test
  void lines_of_statements_that_are_let_go_leave_the_last_of_each_account_and_come_back() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    Map<String, List<Map<String, Object>>> once = everything();
    LetGoLines letGo = new LetGoLines(jdbc, layout);
    Instant after = motion.ledger().time().plusSeconds(1);
    String statement = layout.table(CreditViews.STATEMENT);
    long all = count(statement);
    long accounts =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM (SELECT DISTINCT c_owner, c_asset FROM " + statement + ") a",
            Long.class);
    assertThat(all).isGreaterThan(accounts);
    assertThat(retention().letGoOfLines(after.minusSeconds(86_400 * 3650L))).isZero();
    assertThat(letGo.wholeFrom(CreditViews.STATEMENT, Optional.empty())).isEmpty();
    assertThat(everything()).isEqualTo(once);

    assertThat(retention().letGoOfLines(after)).isPositive();
    assertThat(retention().letGoOfLines(after)).as("each once").isZero();

    assertThat(count(statement)).isEqualTo(accounts);
    assertThat(letGo.wholeFrom(CreditViews.STATEMENT, Optional.empty()))
        .contains(
            BeijingTime.day(
                    jdbc.queryForObject("SELECT MAX(c_at) FROM " + statement, OffsetDateTime.class)
                        .toInstant())
                .plusDays(1));
    books()
        .look(
            look -> {
              assertThat(look.posted(-1, 100).misposted())
                  .as("what was let go is not missed")
                  .isEmpty();
              SortedMap<String, Look.Balance> told = new TreeMap<>();
              look.eachLine(
                  motion.batch().value(),
                  line -> {
                    assertThat(line.carried()).isTrue();
                    told.put(line.owner(), line.after());
                  });
              assertThat(told).isEqualTo(look.balances(motion.batch().value()));
              return null;
            });

    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'movements'");
    layout.prepare();
    assertThat(projection.projectedBlock()).as("the journal has them").isPositive();
    assertThat(letGo.wholeFrom(CreditViews.STATEMENT, Optional.empty())).isEmpty();
    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void what_is_made_of_a_journal_that_was_let_go_is_made_again_from_the_blocks() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    Map<String, List<Map<String, Object>>> once = everything();
    retention().letGoOf(motion.ledger().time().plusSeconds(1));
    layout.prepare();
    assertThat(projection.projectedBlock()).as("nothing is to be made again").isPositive();
    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'movements'");
    layout.prepare();
    assertThat(projection.projectedBlock()).isEqualTo(-1);
    projectAll(motion.blocks());
    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void blocks_taken_together_say_the_same_as_one_by_one() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    String key = "\u0000LATER_TYPE\u00001\u0000";
    byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
    blocks.add(List.of(new StateWrite(key, value, false)));
    blocks.add(List.of(new StateWrite(key, new byte[0], true)));
    blocks.add(List.of(new StateWrite(key, value, false)));
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> oneByOne = everything();
    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'core'");
    projection.prepare();
    assertThat(count("p_journal")).isZero();
    projection.project(blocks.all());
    assertThat(everything()).isEqualTo(oneByOne);
  }

  @Test
  void entries_of_one_transaction_stand_in_the_order_in_which_they_were_judged() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    List<String> last =
        jdbc.queryForList("SELECT id FROM p_journal ORDER BY seq DESC", String.class).subList(0, 3);
    assertThat(last).extracting(id -> id.charAt(0)).containsExactly('1', '8', 'f');
    Account frozen = account(motion.batch(), 131).orElseThrow();
    assertThat(frozen.kind()).as("moved, then frozen").isEqualTo(Account.Kind.FROZEN);
  }

  private Books books() {
    return new Books(jdbc, new DataSourceTransactionManager(jdbc.getDataSource()), layout);
  }

  @Test
  void what_is_looked_at_is_of_one_block_however_many_are_projected_meanwhile() {
    CreditsInMotion motion = creditsInMotion();
    RecordedBlocks blocks = motion.blocks();
    int all = blocks.all().size();
    projection.project(blocks.all().subList(0, all - 1));
    String batch = motion.batch().value();
    List<Object> told =
        books()
            .look(
                look -> {
                  long block = look.block();
                  Map<String, Long> totals = look.totals(batch);
                  // By another thread and connection, as blocks come.
                  CompletableFuture.runAsync(() -> projectAll(blocks)).join();
                  assertThat(look.totals(batch)).isEqualTo(totals);
                  assertThat(look.block()).isEqualTo(block);
                  assertThat(look.unknownInstructions(batch, 5)).isEmpty();
                  return List.of(block, totals);
                });
    assertThat(projection.projectedBlock()).isEqualTo(all - 1L);
    assertThat(told.get(0)).isEqualTo(all - 2L);
    Map<String, Long> after = books().look(look -> look.totals(batch));
    assertThat(after).isNotEqualTo(told.get(1));
  }

  @Test
  void every_record_and_every_posting_is_found_again_in_the_rows_made_of_it() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projectAll(blocks);
    Set<String> seen = new TreeSet<>();
    books()
        .look(
            look -> {
              for (String table : look.tables()) {
                StoredRecord last = new StoredRecord("", "", -1, "", List.of());
                List<StoredRecord> some = look.records(table, last, 3);
                while (!some.isEmpty()) {
                  some.forEach(
                      each -> {
                        assertThat(each.wrongColumns()).as(each.name()).isEmpty();
                        assertThat(seen.add(each.name())).as(each.name()).isTrue();
                        assertThat(look.record(each.type(), each.id())).contains(each);
                      });
                  some = look.records(table, some.get(some.size() - 1), 3);
                }
              }
              // One at a time: each with all of its postings, and none of the one before.
              PostedRows.Part part = look.posted(-1, 1);
              int entries = 0;
              while (part.last().isPresent()) {
                assertThat(part.misposted()).isEmpty();
                entries += part.instructions().size();
                part = look.posted(part.last().get(), 1);
              }
              assertThat(entries).isEqualTo((int) count("p_journal"));
              return null;
            });
    assertThat(seen).hasSize(blocks.states());
  }

  /** The registry's views with another one of participants. */
  private static List<View> viewsWith(View participants) {
    return Views.all().stream()
        .map(view -> view == ParticipantViews.PARTICIPANTS ? participants : view)
        .toList();
  }

  private Layout layoutOf(List<View> views) {
    return new Layout(
        jdbc,
        new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())),
        views);
  }

  private boolean isThere(String table) {
    return jdbc.queryForObject(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = ?",
            Integer.class,
            table)
        > 0;
  }

  @Test
  void a_table_whose_declaration_changed_is_filled_anew_from_what_is_there() {
    projectAll(creditsInMotion().blocks());
    String before = layout.table(ParticipantViews.PARTICIPANTS);
    long participants = count(before);
    View changed =
        View.of(Participant.TYPE, "participant", "主体", "Participants")
            .at("participants")
            .text("admittedBy", ParticipantId.class, "/admittedBy")
            .done();
    Layout other = layoutOf(viewsWith(changed));
    other.prepare();
    assertThat(isThere(before)).as("the old table").isFalse();
    assertThat(count(other.table(changed) + " WHERE c_admitted_by IS NOT NULL"))
        .isEqualTo(participants)
        .isGreaterThan(3);
    assertThat(projection.projectedBlock()).as("nothing is read again").isPositive();
    assertThat(count("p_journal")).isPositive();

    layout.prepare();
    assertThat(count(before)).as("and back again").isEqualTo(participants);
  }

  @Test
  void records_move_to_their_view_when_it_is_declared_and_back_when_it_is_not() {
    projectAll(creditsInMotion().blocks());
    Map<String, List<Map<String, Object>>> declared = everything();
    List<View> without =
        Views.all().stream().filter(view -> view != ParticipantViews.CALENDARS).toList();
    without = without.stream().filter(view -> view != ParticipantViews.REGIONS).toList();
    Layout fewer = layoutOf(without);
    fewer.prepare();
    assertThat(count("p_record WHERE type = 'REGION'")).isEqualTo(3);
    layout.prepare();
    assertThat(count("p_record WHERE type = 'REGION'")).isZero();
    assertThat(everything()).isEqualTo(declared);
  }

  @Test
  void a_table_that_was_half_filled_when_a_start_broke_off_is_begun_again() {
    projectAll(creditsInMotion().blocks());
    Map<String, List<Map<String, Object>>> once = everything();
    String table = layout.table(ParticipantViews.PARTICIPANTS);
    // As a program of another declaration left it: its own table in force, ours in the making.
    jdbc.execute(
        "CREATE TABLE v_participant_0123456789 AS SELECT id, seq, block, json FROM " + table);
    jdbc.update(
        "UPDATE p_layout SET made_as = 'v_participant_0123456789' WHERE name = 'v_participant'");
    jdbc.update("DELETE FROM " + table + " WHERE c_suspended = FALSE AND seq > 5");
    layout.prepare();
    assertThat(everything()).isEqualTo(once);
    assertThat(isThere("v_participant_0123456789")).isFalse();
  }

  @Test
  void what_the_journal_tells_is_told_again_when_it_is_understood_otherwise() {
    projectAll(creditsInMotion().blocks());
    Map<String, List<Map<String, Object>>> once = everything();
    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'movements'");
    jdbc.update("DELETE FROM " + layout.movements().statement());
    layout.prepare();
    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void what_acts_tell_of_is_told_again_when_it_is_understood_otherwise() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    Map<String, List<Map<String, Object>>> once = everything();
    String subjects = layout.subjects().table();
    assertThat(count(subjects + " WHERE subject = '" + motion.batch() + "'"))
        .as("what was issued in a test was nobody's act; it was retired and cancelled")
        .isEqualTo(2);
    assertThat(count(subjects + " WHERE is_open = FALSE"))
        .as("the freeze is its signer's; transfers are found by what they moved")
        .isEqualTo(1);
    jdbc.update("UPDATE p_layout SET made_as = 'another' WHERE name = 'subjects'");
    jdbc.update("DELETE FROM " + subjects);
    layout.prepare();
    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void acts_of_a_batch_come_in_the_order_of_the_ledger_and_once_each_for_whoever_may_see_all() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    Timelines timelines = new Timelines(jdbc, layout);
    String batch = motion.batch().value();
    Timelines.Wanted open =
        new Timelines.Wanted(batch, true, Optional.empty(), Optional.empty(), List.of());
    assertThat(actions(timelines.after(open, -1)))
        .containsExactly("retireCredits", "cancelCredits");
    Timelines.Wanted all =
        new Timelines.Wanted(
            batch, false, Optional.empty(), Optional.of(motion.batch()), List.of());
    List<Timelines.Told> told = timelines.after(all, -1);
    // Two of one block stand in the order of their keys, which is chance.
    assertThat(actions(told))
        .hasSize(6)
        .startsWith("issueCredits")
        .contains("retireCredits")
        .endsWith("transferCredits", "freezeCredits", "cancelCredits");
    assertThat(told).extracting(Timelines.Told::seq).isSorted().doesNotHaveDuplicates();
    for (Timelines.Told each : told) {
      assertThat(timelines.after(all, each.seq()))
          .isEqualTo(told.subList(told.indexOf(each) + 1, told.size()));
    }
    Timelines.Wanted traders =
        new Timelines.Wanted(
            batch, true, Optional.of(motion.trader()), Optional.of(motion.batch()), List.of());
    assertThat(actions(timelines.after(traders, -1)))
        .hasSize(4)
        .contains("retireCredits")
        .endsWith("transferCredits", "cancelCredits");
  }

  private static List<String> actions(List<Timelines.Told> told) {
    return told.stream().map(each -> each.entry().text("action").orElseThrow()).toList();
  }

  @Test
  void a_database_of_the_times_of_migrations_is_emptied_and_filled_anew() {
    projectAll(creditsInMotion().blocks());
    jdbc.execute("DROP TABLE p_layout");
    jdbc.execute("CREATE TABLE flyway_schema_history (version varchar(50))");
    jdbc.execute("CREATE TABLE journal (id varchar(36))");
    layout.prepare();
    assertThat(projection.projectedBlock()).isEqualTo(-1);
    assertThat(isThere("journal")).isFalse();
    assertThat(isThere("flyway_schema_history")).isFalse();
  }

  @Test
  void a_table_that_somebody_took_away_is_missed_and_nothing_is_touched() {
    projectAll(creditsInMotion().blocks());
    jdbc.execute("DROP TABLE " + layout.table(CreditViews.RETIREMENTS));
    long journal = count("p_journal");
    assertThatThrownBy(layout::prepare)
        .isInstanceOf(StrangeTablesException.class)
        .hasMessageContaining("v_retirement");
    assertThat(count("p_journal")).isEqualTo(journal);
  }

  @Test
  void every_view_can_be_listed_counted_and_asked_for_by_each_of_its_parameters() {
    projectAll(creditsInMotion().blocks());
    for (View view : Views.all()) {
      Selection all = Selection.of(view);
      for (Parameter parameter : view.parameters()) {
        for (Parameter.Choice choice : parameter.choices()) {
          Column column = choice.path().column();
          if (parameter.sort() != Parameter.Sort.VALUE) {
            all.notBefore(choice.path(), Instant.EPOCH).before(choice.path(), Instant.now());
          } else {
            all.with(choice.path(), sample(column));
          }
        }
      }
      view.finders().forEach(each -> each.paths().forEach(p -> all.with(p, sample(p.column()))));
      boolean anybody = view.parameters().isEmpty() && view.finders().isEmpty();
      assertThat(reader.count(all)).as(view.noun()).matches(found -> anybody || found == 0);
      if (view.record().isPresent()) {
        assertThat(reader.first(all.withId("x"))).as(view.noun()).isEmpty();
      }
      assertThat(reader.page(Selection.of(view), OptionalLong.of(5), 10).items()).isNotNull();
    }
  }

  private static Object sample(Column column) {
    return switch (column.kind()) {
      case NUMBER -> 1L;
      case FLAG -> true;
      case TIME -> throw new AssertionError("times are asked for by days");
      case TEXT -> column.match() == Column.Match.WITHIN ? TestLedger.BEIJING : "nobody";
    };
  }

  @Test
  void records_read_in_one_go_are_those_asked_for_and_no_others_can_be_read() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    blocks.cut();
    projectAll(blocks);
    Key<Region> there = Region.key(TestLedger.BEIJING);
    Key<Region> absent = Region.key(new RegionCode("990000"));
    // Of a type without a view.
    Key<CountingStart> without = CountingStart.KEY;
    List<Key<?>> many = new ArrayList<>(List.of(there, absent, without));
    for (int i = 0; i < 1_100; i++) {
      many.add(Region.key(new RegionCode(String.format("98%04d", i))));
    }
    ReadRecords read = reader.records(many);
    assertThat(read.find(there)).isEqualTo(ledger.find(there)).isPresent();
    assertThat(read.find(without)).isEqualTo(ledger.find(without)).isPresent();
    assertThat(read.find(absent)).isEmpty();
    assertThatThrownBy(() -> read.find(Region.key(TestLedger.XILINHOT)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody has read");
    assertThat(reader.all(Region.TYPE)).contains(ledger.find(there).orElseThrow());
    assertThat(reader.all(CountingStart.TYPE)).hasSize(1);
  }

  @Test
  void a_record_that_cannot_be_read_is_not_told_as_absent() {
    RecordedBlocks blocks = new RecordedBlocks(new TestLedger(), "a");
    Key<Region> newer = Region.key(new RegionCode("990000"));
    byte[] json = "{\"later\":true}".getBytes(StandardCharsets.UTF_8);
    blocks.add(List.of(new StateWrite(newer.text(), json, false)));
    projectAll(blocks);
    ReadRecords read = reader.records(List.of(newer));
    assertThatThrownBy(() -> read.find(newer)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_was_written_after_a_block_is_known_of_views_that_are_followed() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    blocks.cut();
    projectAll(blocks);
    long before = reader.block();
    assertThat(before).isEqualTo(projection.projectedBlock());
    assertThat(reader.writtenAfter(ParticipantViews.REGIONS, before)).isEmpty();
    assertThat(reader.writtenAfter(ParticipantViews.REGIONS, -1))
        .contains(TestLedger.BEIJING.value());
    Region known = ledger.find(Region.key(TestLedger.BEIJING)).orElseThrow();
    Region added =
        new Region(new RegionCode("990000"), known.name(), known.validFrom(), Optional.empty());
    blocks.add(
        List.of(
            new StateWrite(known.key().text(), Codec.write(known), false),
            new StateWrite(added.key().text(), Codec.write(added), false)));
    projectAll(blocks);
    assertThat(reader.writtenAfter(ParticipantViews.REGIONS, before))
        .containsExactlyInAnyOrder(known.code().value(), "990000");
    assertThatThrownBy(() -> reader.writtenAfter(ParticipantViews.PARTICIPANTS, before))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_block_that_leaves_others_out_is_refused_and_changes_nothing() {
    RecordedBlocks blocks = creditsInMotion().blocks();
    projection.project(List.of(blocks.all().get(0)));
    assertThatThrownBy(() -> projection.project(List.of(blocks.all().get(2))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(projection.projectedBlock()).isZero();
    assertThat(count("p_journal")).isZero();
  }

  @Test
  void a_block_that_fails_half_way_leaves_no_trace() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    blocks.cut();
    projectAll(blocks);
    Map<String, List<Map<String, Object>>> before = everything();
    LedgerBlock broken =
        blocks.add(
            List.of(
                new StateWrite(
                    Batch.key(new BatchId("CN-GCS-152502-20240001-2025-001")).text(),
                    "{".getBytes(StandardCharsets.UTF_8),
                    false)));
    assertThatThrownBy(() -> projection.project(List.of(broken)))
        .isInstanceOf(RuntimeException.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void another_ledger_is_recognised_by_its_transactions() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks ours = new RecordedBlocks(ledger, "ours");
    ours.cut();
    projectAll(ours);
    RecordedBlocks theirs = new RecordedBlocks(ledger, "theirs");
    theirs.cut();
    assertThat(projection.checkpoint().resumeAt()).isEqualTo(1);
    assertThatThrownBy(() -> projection.project(List.of(theirs.all().get(1))))
        .isInstanceOf(WrongLedgerException.class)
        .hasMessageContaining("theirs-1");
  }

  @Test
  void records_of_unknown_types_are_kept_and_stop_nothing() {
    RecordedBlocks blocks = new RecordedBlocks(new TestLedger(), "a");
    String key = "\u0000LATER_TYPE\u00001\u00002\u0000";
    byte[] first = "{\"price\":1}".getBytes(StandardCharsets.UTF_8);
    byte[] second = "{\"price\":2}".getBytes(StandardCharsets.UTF_8);
    blocks.add(List.of(new StateWrite(key, first, false)));
    blocks.add(List.of(new StateWrite(key, second, false)));
    projectAll(blocks);
    assertThat(jdbc.queryForMap("SELECT type, id, json FROM p_record WHERE type = 'LATER_TYPE'"))
        .containsEntry("type", "LATER_TYPE")
        .containsEntry("id", "1:2");
    assertThat(
            jdbc.queryForObject(
                "SELECT json FROM p_record WHERE type = 'LATER_TYPE'", String.class))
        .isEqualTo("{\"price\":2}");
    blocks.add(List.of(new StateWrite(key, new byte[0], true)));
    projection.project(List.of(blocks.all().get(3)));
    assertThat(ofTheLaterType()).isZero();
  }

  @Test
  void members_of_a_newer_chaincode_are_kept_and_stop_nothing() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    ParticipantId office = ledger.the(Role.OFFICE);
    String key = org.grasslandcarbon.domain.participant.Participant.key(office).text();
    String json = new String(ledger.store().state().get(key), StandardCharsets.UTF_8);
    String newer = "{\"aaNew\":{\"x\":[1,2]}," + json.substring(1);
    blocks.cut();
    blocks.add(List.of(new StateWrite(key, newer.getBytes(StandardCharsets.UTF_8), false)));
    projectAll(blocks);
    assertThat(reader.find(Participant.key(office)).orElseThrow().at("/aaNew/x/1").asInt())
        .isEqualTo(2);
  }

  @Test
  void totals_of_a_batch_partition_what_was_issued() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    assertTotalsPartitionIssued();
    assertThat(total(motion.batch(), "held")).isEqualTo(1000 - 100 - 30 - 7 - 50);
    assertThat(total(motion.batch(), "buffer")).isEqualTo(100);
    assertThat(total(motion.batch(), "retired")).isEqualTo(30);
    assertThat(total(motion.batch(), "cancelled")).isEqualTo(7);
    assertThat(total(motion.batch(), "frozen")).isEqualTo(50);
  }

  @Test
  void credits_on_hold_for_a_reversal_are_still_in_the_buffer() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    Issued issued = new Issued(ledger);
    BatchId batch = issued.to(owner, 1000, 100, false);
    InstructionId project = issued.project(owner, ledger.the(Role.AUTHORITY));
    blocks.cut();
    InstructionId reversal =
        ledger.apply(
            owner,
            new ReportReversal(
                Reversal.Cause.FIRE,
                Sha256.of("evidence"),
                Tonnes.of(40),
                LocalDate.of(2024, 6, 1),
                project,
                "statement"));
    blocks.cut();
    projectAll(blocks);
    assertTotalsPartitionIssued();
    assertThat(total(batch, "buffer")).isEqualTo(100);
    assertThat(reader.find(Reversal.key(reversal))).isPresent();
    assertThat(reader.find(Reversals.key(project))).isPresent();
    assertThat(
            jdbc.queryForObject(
                "SELECT c_quantity_held FROM " + layout.table(ProjectViews.REVERSALS), Long.class))
        .isEqualTo(40);
    assertThat(account(batch, 40)).contains(Account.bufferHold(reversal));
    assertThat(account(batch, 41)).contains(Account.BUFFER);
  }

  /** Where one credit is. */
  private Optional<Account> account(BatchId batch, long serial) {
    return stays(batch, serial, serial).stream().map(SerialMoves.Stay::account).findFirst();
  }

  private List<SerialMoves.Stay> stays(BatchId batch, long first, long last) {
    return new SerialMoves(jdbc, layout).tryFind(batch, new SerialRange(first, last)).orElseThrow();
  }

  @Test
  void a_block_is_in_the_accounts_in_which_its_credits_are_one_by_one() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    List<SerialMoves.Stay> whole = stays(motion.batch(), 1, 1000);
    long next = 1;
    for (SerialMoves.Stay stay : whole) {
      assertThat(stay.serials().start()).as("no gap, no overlap").isEqualTo(next);
      next = stay.serials().end() + 1;
    }
    assertThat(next).isEqualTo(1001);
    for (long serial = 1; serial <= 1000; serial++) {
      long one = serial;
      Account inBlock =
          whole.stream()
              .filter(stay -> stay.serials().start() <= one && one <= stay.serials().end())
              .findFirst()
              .orElseThrow()
              .account();
      assertThat(account(motion.batch(), serial)).as("serial %s", serial).contains(inBlock);
      assertThat(newestThatCovers(motion.batch(), serial)).isEqualTo(inBlock.text());
    }
    assertThat(stays(motion.batch(), 1000, 2000)).hasSize(1);
    assertThat(stays(motion.batch(), 1001, 2000)).isEmpty();
  }

  private String newestThatCovers(BatchId batch, long serial) {
    return jdbc.queryForObject(
        "SELECT destination FROM "
            + layout.movements().serialMove()
            + " WHERE batch = ? AND first <= ? AND last >= ?"
            + " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY",
        String.class,
        batch.value(),
        serial,
        serial);
  }

  @Test
  void a_question_that_takes_too_long_is_given_up() {
    projectAll(creditsInMotion().blocks());
    String table = layout.ofType(Retirement.TYPE.name()).orElseThrow().name();
    String columns = "information_schema.columns";
    jdbc.execute("ALTER TABLE %s RENAME TO slow_rows".formatted(table));
    jdbc.execute(
        ("CREATE VIEW %s AS SELECT * FROM slow_rows WHERE (SELECT COUNT(*)"
                + " FROM %s a, %s b, %s c, %s d WHERE a.table_name <> b.column_name) > 0")
            .formatted(table, columns, columns, columns, columns));
    Reader impatient = new Reader(jdbc, TransactionOperations.withoutTransaction(), layout, 1, 1);
    Selection all = Selection.of(CreditViews.RETIREMENTS);
    assertThatThrownBy(() -> impatient.page(all, OptionalLong.empty(), 10))
        .isInstanceOf(QueryTimeoutException.class);
  }

  @Test
  void a_record_is_shown_with_what_was_stated_about_it() {
    CreditsInMotion motion = creditsInMotion();
    TestLedger ledger = motion.ledger();
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new CorrectRecord(
            Sha256.of("letter"),
            List.of(motion.retirement().value()),
            "RETIREMENT",
            new CorrectRecord.Statement("It should read so.", "应为如此。")));
    motion.blocks().cut();
    projectAll(motion.blocks());
    Selection all = Selection.of(CreditViews.RETIREMENTS);
    ObjectNode one = reader.first(all.withId(motion.retirement().value())).orElseThrow();
    assertThat(one.at("/corrections/0/statement/zh").asString()).isEqualTo("应为如此。");
    assertThat(reader.find(Retirement.key(motion.retirement())).orElseThrow().has("corrections"))
        .as("the record itself stays as it was")
        .isFalse();
    assertThat(
            reader
                .findWithCorrections(Retirement.key(motion.retirement()))
                .orElseThrow()
                .at("/corrections/0/statement/en")
                .asString())
        .isEqualTo("It should read so.");
    ObjectNode batch =
        reader
            .first(Selection.of(CreditViews.BATCHES).withId(motion.batch().value()))
            .orElseThrow();
    assertThat(batch.has("corrections")).isFalse();
  }

  @Test
  void balances_from_postings_agree_with_the_records_of_holdings() {
    projectAll(creditsInMotion().blocks());
    List<Map<String, Object>> different =
        jdbc.queryForList(
            "SELECT h.id FROM "
                + layout.table(CreditViews.HOLDINGS)
                + " h LEFT JOIN "
                + layout.movements().ownerBalance()
                + " b ON b.owner = h.c_owner AND b.asset = h.c_batch"
                + " WHERE h.c_available <> COALESCE(b.available, 0)"
                + " OR h.c_available + h.c_frozen_quantity <> COALESCE(b.balance, 0)");
    assertThat(different).isEmpty();
  }

  @Test
  void a_statement_runs_from_zero_to_the_present_balance() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    List<Map<String, Object>> lines =
        jdbc.queryForList(
            "SELECT c_amount AS quantity, c_balance AS balance, c_available AS available FROM "
                + layout.movements().statement()
                + " WHERE c_owner = ? ORDER BY seq",
            motion.owner().value());
    long balance = 0;
    for (Map<String, Object> line : lines) {
      balance += ((Number) line.get("quantity")).longValue();
      assertThat(((Number) line.get("balance")).longValue()).isEqualTo(balance);
    }
    assertThat(lines).hasSizeGreaterThan(4);
    assertThat(((Number) lines.get(lines.size() - 1).get("available")).longValue())
        .isEqualTo(balance - 50);
  }

  @Test
  void a_serial_is_where_its_newest_movement_went() {
    CreditsInMotion motion = creditsInMotion();
    projectAll(motion.blocks());
    assertThat(account(motion.batch(), 1)).contains(Account.BUFFER);
    assertThat(account(motion.batch(), 1000)).contains(Account.held(motion.owner()));
    assertThat(account(motion.batch(), 101)).contains(Account.retired(motion.retirement()));
    assertThat(account(motion.batch(), 1001)).isEmpty();
  }

  @Test
  void pages_have_every_item_once_and_in_order() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    blocks.cut();
    for (int i = 0; i < 10; i++) {
      ledger.admit(TestLedger.BEIJING, Role.TRADER);
      blocks.cut();
    }
    projectAll(blocks);
    List<String> ids = new ArrayList<>();
    OptionalLong after = OptionalLong.empty();
    int pages = 0;
    do {
      Page page = reader.page(Selection.of(ParticipantViews.PARTICIPANTS), after, 5);
      assertThat(page.total()).isEqualTo(13);
      page.items().forEach(item -> ids.add(item.path("id").asString()));
      after = page.next();
      pages++;
    } while (after.isPresent());
    assertThat(pages).isEqualTo(3);
    List<String> streamed = new ArrayList<>();
    reader.each(
        Selection.of(ParticipantViews.PARTICIPANTS),
        item -> streamed.add(item.path("id").asString()));
    assertThat(ids).doesNotHaveDuplicates().hasSize(13).isEqualTo(streamed);
  }

  @Test
  void a_search_takes_wildcards_for_themselves() {
    TestLedger ledger = new TestLedger();
    RecordedBlocks blocks = new RecordedBlocks(ledger, "a");
    blocks.cut();
    projectAll(blocks);
    assertThat(found("内蒙古")).isEqualTo(1);
    assertThat(found(" ＯＦＦＩＣＥ of ")).isEqualTo(2);
    assertThat(found("OFFICE OF")).isEqualTo(2);
    assertThat(found("%")).isZero();
    assertThat(found("_ffice")).isZero();
    assertThat(found("ffice")).as("the end of a word").isZero();
    assertThat(found("' OR 1=1 --")).isZero();
  }

  private long found(String text) {
    View participants = ParticipantViews.PARTICIPANTS;
    return reader.count(Selection.of(participants).with(participants.column("search"), text));
  }

  private void projectAll(RecordedBlocks blocks) {
    for (LedgerBlock block : blocks.all()) {
      if (block.number() > projection.projectedBlock()) {
        projection.project(List.of(block));
      }
    }
  }

  private static CreditsInMotion creditsInMotion() {
    return CreditsInMotion.play();
  }

  private void assertTotalsPartitionIssued() {
    List<Map<String, Object>> broken =
        jdbc.queryForList(
            "SELECT b.id FROM BATCHES b WHERE b.c_issued <> (SELECT COALESCE(SUM(t.quantity), 0) FROM TOTALS t WHERE t.asset = b.id AND t.kind <> 'issuance') OR EXISTS (SELECT 1 FROM TOTALS t WHERE t.asset = b.id AND t.kind <> 'issuance' AND t.quantity < 0)"
                .replace("BATCHES", layout.table(CreditViews.BATCHES))
                .replace("TOTALS", layout.movements().accountTotal()));
    assertThat(broken).isEmpty();
    assertThat(count(layout.table(CreditViews.BATCHES))).isPositive();
  }

  private long total(BatchId batch, String kind) {
    return jdbc.queryForObject(
        "SELECT quantity FROM "
            + layout.movements().accountTotal()
            + " WHERE asset = ? AND kind = ?",
        Long.class,
        batch.value(),
        kind);
  }

  private long ofTheLaterType() {
    return count("p_record WHERE type = 'LATER_TYPE'");
  }

  private long count(String table) {
    return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
  }

  /** The indexes of all tables, by name. */
  private Set<String> indexes() {
    Set<String> names = new TreeSet<>();
    for (String table : everything().keySet()) {
      jdbc.execute(
          (java.sql.Connection connection) -> {
            try (java.sql.ResultSet each =
                connection
                    .getMetaData()
                    .getIndexInfo(null, connection.getSchema(), table, false, false)) {
              while (each.next()) {
                String name = each.getString("INDEX_NAME");
                if (name != null && name.startsWith("i_")) {
                  names.add(name);
                }
              }
              return names;
            }
          });
    }
    return names;
  }

  /** Every row of every table. */
  private Map<String, List<Map<String, Object>>> everything() {
    Map<String, List<Map<String, Object>>> tables = new java.util.TreeMap<>();
    List<String> names = new ArrayList<>(layout.movements().all());
    layout.tables().forEach(table -> names.add(table.name()));
    names.addAll(List.of("p_journal", "p_record", layout.documents().table()));
    names.addAll(List.of(layout.words().table(), layout.transactions().table()));
    names.add(layout.subjects().table());
    for (String name : names) {
      tables.put(name, rows(name));
    }
    return tables;
  }

  private List<Map<String, Object>> rows(String table) {
    List<Map<String, Object>> rows =
        jdbc.query(
            "SELECT * FROM " + table,
            (row, number) -> {
              Map<String, Object> values = new java.util.TreeMap<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), row.getString(i));
              }
              return values;
            });
    rows.sort(java.util.Comparator.comparing(Object::toString));
    return rows;
  }
}
