// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What the public finds, on every database. */
abstract class PublicSearchContract {
  private static final ParticipantId CODE = Firms.code(7);

  private JdbcTemplate jdbc;
  private Layout layout;
  private Projection projection;
  private Reader reader;
  private Sought sought;
  private TestLedger ledger;
  private RecordedBlocks blocks;
  private ParticipantId owner;
  private BatchId batch;

  /** A database that holds nothing yet, prepared or not. */
  abstract DataSource newDatabase();

  @BeforeEach
  void prepare() {
    DataSource database = newDatabase();
    jdbc = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    layout = new Layout(jdbc, transactions);
    projection = new Projection(jdbc, transactions, layout);
    reader = new Reader(jdbc, transactions, layout);
    sought = new Sought(jdbc, layout);
    projection.prepare();
    ledger = new TestLedger();
    blocks = new RecordedBlocks(ledger, "a");
    owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    blocks.cut();
    batch = new Issued(ledger).to(owner, 1000, 100, false);
    blocks.cut();
  }

  private InstructionId retire(long tonnes, ParticipantId code, String zh, String en) {
    InstructionId id =
        ledger.apply(
            owner,
            new RetireCredits(
                batch,
                new Beneficiary(Optional.ofNullable(code), Name.of(zh, en)),
                Optional.empty(),
                Optional.empty(),
                Retirement.Purpose.VOLUNTARY,
                Tonnes.of(tonnes),
                Retirement.Reason.OTHER,
                "statement"));
    blocks.cut();
    return id;
  }

  private void projectAll() {
    blocks.all().forEach(block -> projection.project(List.of(block)));
  }

  private List<ObjectNode> beneficiaries() {
    List<ObjectNode> all = new ArrayList<>();
    OptionalLong after = OptionalLong.empty();
    do {
      Page page = reader.page(Selection.of(CreditViews.BENEFICIARIES), after, 1);
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  @Test
  void spellings_of_one_beneficiary_are_one_and_what_may_be_two_is_two() {
    retire(5, null, "蓝天能源有限公司", "Lantian Energy Co., Ltd.");
    retire(7, null, " 蓝天 能源有限公司", "LANTIAN");
    retire(11, null, "蓝天能源股份有限公司", "Lantian Energy Co., Ltd.");
    retire(13, CODE, "蓝天能源有限公司", "Lantian Energy Co., Ltd.");
    retire(2, CODE, "蓝天能源（集团）", "Lantian Group");
    projectAll();

    List<ObjectNode> all = beneficiaries();
    assertThat(all)
        .extracting(each -> each.path("tonnes").asLong())
        .as("the largest first, each once")
        .containsExactly(15L, 12L, 11L);
    ObjectNode coded = all.get(0);
    assertThat(coded.path("beneficiary").asString()).isEqualTo(CODE.value());
    assertThat(coded.path("retirements").asLong()).isEqualTo(2);
    assertThat(coded.path("spellings").valueStream().map(each -> each.asString()))
        .containsExactly("蓝天能源有限公司 / Lantian Energy Co., Ltd.", "蓝天能源（集团） / Lantian Group");
    assertThat(coded.at("/name/zh").asString()).isEqualTo("蓝天能源有限公司");
    assertThat(all.get(1).path("beneficiary").asString()).startsWith("N-");

    View retirements = CreditViews.RETIREMENTS;
    for (ObjectNode each : all) {
      Selection own =
          Selection.of(retirements)
              .with(retirements.column("beneficiaryId"), each.path("beneficiary").asString());
      assertThat(reader.count(own)).isEqualTo(each.path("retirements").asLong());
    }
  }

  @Test
  void more_spellings_than_are_kept_are_said_to_be_there() {
    for (int i = 0; i <= BeneficiaryRows.SPELLINGS_MOST; i++) {
      retire(1, CODE, "蓝天第" + i + "写法", "Spelling " + i);
    }
    projectAll();
    ObjectNode one = beneficiaries().get(0);
    assertThat(one.path("spellings").size()).isEqualTo(BeneficiaryRows.SPELLINGS_MOST);
    assertThat(one.path("spellingsMore").asBoolean()).isTrue();
    assertThat(one.path("tonnes").asLong()).isEqualTo(BeneficiaryRows.SPELLINGS_MOST + 1);
  }

  @Test
  void names_are_found_by_their_beginning_and_by_words_within_in_any_style() {
    retire(5, CODE, "北京蓝天能源有限公司", "Beijing Lantian Energy Co., Ltd.");
    projectAll();
    View beneficiaries = CreditViews.BENEFICIARIES;
    for (String text : List.of("北京", "beijing l", "beijing lantian energy co., ltd", "9111")) {
      assertThat(sought.named(beneficiaries, text, true, 5)).as(text).containsExactly(CODE.value());
    }
    for (String text : List.of("蓝天", "能源有限", "energy", "lant")) {
      assertThat(sought.named(beneficiaries, text, false, 5))
          .as(text)
          .containsExactly(CODE.value());
      assertThat(sought.named(beneficiaries, text, true, 5)).as(text).isEmpty();
    }
    for (String text : List.of("antian", "天蓝", "%", "_", "北京海")) {
      assertThat(sought.named(beneficiaries, text, false, 5)).as(text).isEmpty();
    }
    assertThat(
            sought.named(
                ParticipantViews.PARTICIPANTS, owner.value().toLowerCase(Locale.ROOT), true, 5))
        .containsExactly(owner.value());
  }

  @Test
  void retirements_are_found_by_words_of_any_spelling_of_whom_they_are_for() {
    InstructionId first = retire(5, CODE, "北京蓝天能源有限公司", "Beijing Lantian Energy Co., Ltd.");
    InstructionId second = retire(7, CODE, "蓝天（集团）能源与环境技术开发股份有限公司锡林郭勒分公司", "Lantian Group");
    InstructionId third = retire(11, null, "赤峰碧草乳业有限公司", "O'Bi-Cao (Dairy)");
    projectAll();
    for (String text :
        List.of(
            "蓝天",
            "天能源有限",
            "BEIJING lan",
            "energy co., ltd.",
            "（集团）能源",
            ", LTD",
            "天(集团)能源与环境技术开发股份有限公司锡林郭勒",
            CODE.value().toLowerCase(Locale.ROOT),
            "group")) {
      assertThat(retiredFor(text)).as(text).containsExactly(second.value(), first.value());
    }
    for (String text : List.of("赤峰", "(dairy)", "o'bi", "cao (", "业有限公司")) {
      assertThat(retiredFor(text)).as(text).containsExactly(third.value());
    }
    assertThat(retiredFor("公司")).hasSize(3);
    for (String text :
        List.of(
            "antian", "airy", "天蓝", "%", "_", "—", "(", "'", "(能源", "天(集团)能源与环境技术开发股份有限公司锡林浩特")) {
      assertThat(retiredFor(text)).as(text).isEmpty();
    }
  }

  /** As a page says it, which is as a count and a file say it. */
  private List<String> retiredFor(String text) {
    Path name = Path.of(CreditViews.RETIREMENTS, "for.search");
    Selection selection = Selection.of(CreditViews.RETIREMENTS).with(name, text);
    Page page = reader.page(selection, OptionalLong.empty(), 10);
    List<String> ids = page.items().stream().map(each -> each.path("id").asString()).toList();
    List<String> all = new ArrayList<>();
    reader.each(selection, each -> all.add(each.path("id").asString()));
    assertThat(all).as(text).isEqualTo(ids);
    assertThat(reader.count(selection)).as(text).isEqualTo(ids.size());
    assertThat(page.total()).as(text).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void a_page_has_the_same_whether_items_are_looked_up_or_walked_through() {
    LargeRegistry registry = new LargeRegistry(new LargeRegistry.Size(8, 30, 700, 50, 300));
    ProjectedLedger large = new ProjectedLedger(newDatabase());
    registry.forEachRemaining(block -> large.project(List.of(block)));
    Reader all = large.reader();
    Reader walks = large.reader(5);
    View retirements = CreditViews.RETIREMENTS;
    View beneficiaries = CreditViews.BENEFICIARIES;
    List<Selection> asked = new ArrayList<>();
    for (String text : List.of("能源", "energy", "北京", "有限公司", "1000012", "南极")) {
      asked.add(Selection.of(retirements).with(Path.of(retirements, "for.search"), text));
      asked.add(Selection.of(beneficiaries).with(beneficiaries.column("search"), text));
      asked.add(
          Selection.of(retirements)
              .with(Path.of(retirements, "for.search"), text)
              .with(Path.of(retirements, "of.in.search"), "修复1号")
              .with(Path.of(retirements, "of.methodology"), "GCS-SC"));
      asked.add(
          Selection.of(retirements)
              .with(Path.of(retirements, "by.search"), text)
              .with(retirements.column("vintage"), 2022L));
    }
    asked.add(Selection.of(retirements).with(Path.of(retirements, "of.in.search"), "restoration"));
    asked.add(
        Selection.of(CreditViews.BATCHES).with(Path.of(CreditViews.BATCHES, "in.search"), "修复"));
    int met = 0;
    for (Selection selection : asked) {
      List<ObjectNode> expected = new ArrayList<>();
      all.each(selection, expected::add);
      met += Math.min(1, expected.size());
      for (Reader each : List.of(all, walks)) {
        List<ObjectNode> paged = new ArrayList<>();
        OptionalLong after = OptionalLong.empty();
        do {
          Page page = each.page(selection, after, 40);
          paged.addAll(page.items());
          after = page.next();
          if (each == all) {
            assertThat(page.total()).isEqualTo(expected.size());
          }
        } while (after.isPresent());
        assertThat(paged).as(selection.view() + " " + asked.indexOf(selection)).isEqualTo(expected);
      }
    }
    assertThat(met).as("of how many something was found").isGreaterThan(12);
  }

  @Test
  void a_transaction_and_its_block_are_found_and_nothing_else_of_the_kind() {
    projectAll();
    String last = "a-" + (blocks.all().size() - 1);
    assertThat(sought.blockOf(last)).hasValue(blocks.all().size() - 1L);
    assertThat(sought.transactionsOf(blocks.all().size() - 1L, 5)).containsExactly(last);
    assertThat(sought.blockOf("a-0")).as("a block without instructions").isEmpty();
    assertThat(sought.blockOf("b-1")).isEmpty();
  }

  @Test
  void what_retired_a_serial_is_found_by_it() {
    InstructionId first = retire(5, null, "甲", "A");
    InstructionId second = retire(7, null, "乙", "B");
    projectAll();
    assertThat(retiredBy(101, 105)).containsExactly(first.value());
    assertThat(retiredBy(106, 106)).containsExactly(second.value());
    assertThat(retiredBy(105, 106)).containsExactlyInAnyOrder(first.value(), second.value());
    assertThat(retiredBy(1, 100)).as("in the buffer").isEmpty();
    assertThat(retiredBy(113, 1000)).as("held").isEmpty();
  }

  private List<String> retiredBy(long from, long to) {
    List<String> found = new ArrayList<>();
    reader.each(
        Selection.of(CreditViews.RETIREMENTS).withSerials(batch, new SerialRange(from, to)),
        item -> found.add(item.path("id").asString()));
    return found;
  }

  @Test
  void what_came_into_the_buffer_is_told() {
    projectAll();
    List<ObjectNode> moved = new ArrayList<>();
    reader.each(Selection.of(CreditViews.BUFFER_MOVEMENTS), moved::add);
    assertThat(moved).hasSize(1);
    assertThat(moved.get(0).path("source").asString()).isEqualTo("issuance");
    assertThat(moved.get(0).path("destination").asString()).isEqualTo("buffer");
    assertThat(moved.get(0).path("amount").asLong()).isEqualTo(100);
    List<ObjectNode> buffers = new ArrayList<>();
    reader.each(Selection.of(CreditViews.BUFFERS), buffers::add);
    assertThat(buffers).hasSize(1);
    assertThat(buffers.get(0).path("quantity").asLong()).isEqualTo(100);
    assertThat(buffers.get(0).path("region").asString()).isEqualTo(batch.value().substring(7, 13));
  }

  @Test
  void conditions_on_other_records_choose_the_same_whether_few_or_many_records_meet_them() {
    LargeRegistry registry = new LargeRegistry(new LargeRegistry.Size(8, 30, 1_100, 100, 40));
    DataSource database = newDatabase();
    ProjectedLedger large = new ProjectedLedger(database);
    registry.forEachRemaining(block -> large.project(List.of(block)));
    Reader all = large.reader();
    View retirements = CreditViews.RETIREMENTS;
    Page page = all.page(Selection.of(retirements), OptionalLong.empty(), 10);
    assertThat(page.total()).as("nobody reads on to the end of more").isEqualTo(1_000);
    assertThat(page.totalIsLeast()).isTrue();
    assertThat(all.count(Selection.of(retirements))).isEqualTo(1_100);

    assertPeriodsAndDivisions(all);
    Map<String, String> methodologies = new TreeMap<>();
    all.each(
        Selection.of(CreditViews.BATCHES),
        each ->
            methodologies.put(each.path("id").asString(), each.at("/methodology/id").asString()));
    for (String methodology : List.of("GCS-SC", "GCS-GM", "GCS-NONE")) {
      for (int vintage : new int[] {2021, 2024}) {
        List<String> expected = new ArrayList<>();
        all.each(
            Selection.of(retirements),
            each -> {
              if (methodologies.get(each.path("batch").asString()).equals(methodology)
                  && each.path("vintage").asInt() == vintage) {
                expected.add(each.path("id").asString());
              }
            });
        Selection selection =
            Selection.of(retirements).with(retirements.column("vintage"), (long) vintage);
        for (Parameter parameter : retirements.parameters()) {
          switch (parameter.name()) {
            case "methodology" -> selection.with(parameter.path(methodology), methodology);
            // Of every batch, which are more than are looked up.
            case "projectName" -> selection.with(parameter.path("号"), "号");
            case "holderName" -> selection.with(parameter.path("公司"), "公司");
            default -> {
              // Not asked for.
            }
          }
        }
        List<String> found = new ArrayList<>();
        all.each(selection, each -> found.add(each.path("id").asString()));
        assertThat(found).as("%s of %s", methodology, vintage).isEqualTo(expected);
        assertThat(all.count(selection)).isEqualTo(expected.size());
        assertThat(all.page(selection, OptionalLong.empty(), 200).total())
            .isEqualTo(expected.size());
      }
    }
  }

  private static void assertPeriodsAndDivisions(Reader all) {
    View retirements = CreditViews.RETIREMENTS;
    Path at = new Path(List.of(), retirements.column("at"));
    Instant from = Instant.parse("2024-02-29T16:00:00Z");
    Instant to = Instant.parse("2024-03-31T16:00:00Z");
    for (String region : List.of("000000", "110000", "110100", "110109", "530000")) {
      List<String> expected = new ArrayList<>();
      all.each(
          Selection.of(retirements),
          each -> {
            Instant time = Instant.parse(each.path("at").asString());
            String prefix = region.replaceAll("(00)+$", "");
            if (!time.isBefore(from)
                && time.isBefore(to)
                && each.path("region").asString().startsWith(prefix)) {
              expected.add(each.path("id").asString());
            }
          });
      Selection selection =
          Selection.of(retirements)
              .with(retirements.column("region"), new RegionCode(region))
              .notBefore(at, from)
              .before(at, to);
      List<String> found = new ArrayList<>();
      all.each(selection, each -> found.add(each.path("id").asString()));
      assertThat(found).as(region).isEqualTo(expected);
      assertThat(expected.isEmpty()).as(region).isEqualTo(region.equals("530000"));
      OptionalLong after = OptionalLong.empty();
      List<String> paged = new ArrayList<>();
      do {
        Page page = all.page(selection, after, 3);
        page.items().forEach(each -> paged.add(each.path("id").asString()));
        after = page.next();
      } while (after.isPresent());
      assertThat(paged).as(region).isEqualTo(expected);
    }
  }

  @Test
  void tables_that_are_filled_again_from_what_is_there_say_the_same() {
    retire(5, null, "蓝天能源有限公司", "Lantian Energy Co., Ltd.");
    retire(13, CODE, "蓝天能源有限公司", "Lantian Energy Co., Ltd.");
    projectAll();
    Map<String, List<String>> once = everything();
    assertThat(once.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    projectAll();
    assertThat(everything()).as("a block again").isEqualTo(once);
    for (List<String> parts :
        List.of(
            List.of("words"),
            List.of("movements"),
            List.of("transactions"),
            List.of("words", "movements"))) {
      for (String part : parts) {
        jdbc.update("DELETE FROM p_layout WHERE name = ?", part);
      }
      projection.prepare();
      assertThat(everything()).as("%s filled again", parts).isEqualTo(once);
    }
  }

  private Map<String, List<String>> everything() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table :
        List.of(
            layout.words().table(),
            layout.transactions().table(),
            layout.movements().beneficiaries(),
            layout.movements().bufferMovements())) {
      rows.put(
          table,
          jdbc
              .query(
                  "SELECT * FROM " + table,
                  (row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                      Object value = row.getObject(i);
                      text.append(
                              value instanceof byte[] bytes
                                  ? List.of(new String(bytes, StandardCharsets.UTF_8))
                                  : value)
                          .append('|');
                    }
                    return text.toString();
                  })
              .stream()
              .sorted()
              .toList());
    }
    return rows;
  }
}
