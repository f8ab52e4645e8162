// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bad data, signed and sent as anybody may: each is refused with a code and a sentence that tells
 * row and column, at little cost, and never with a defect of ours.
 */
class BadDataTest {
  private static final double MILLISECONDS_MOST = 3_000;

  /** What stands in a tree for a text that is not JSON, or not the JSON of a tree. */
  private static final String MARK = "@@MARK@@";

  private static final String[] HOSTILE = {
    "NaN",
    "-Infinity",
    "1e400",
    "-1e400",
    "1e-999999999",
    "1e999999999",
    "1E+2147483647",
    "1e40010000000",
    "0.1",
    "-1",
    "00",
    "0x10",
    "9223372036854775808",
    "9".repeat(39),
    "9".repeat(400),
    "null",
    "true",
    "{}",
    "[]",
    "[[]]",
    "[".repeat(3_000),
    "[".repeat(15) + "]".repeat(15),
    "{\"a\":".repeat(15) + "1" + "}".repeat(15),
    "{\"a\":1,\"a\":2}",
    "[" + "1,".repeat(20_000) + "1]",
    "\"\"",
    "\"NaN\"",
    "\"1e400\"",
    "\"1e-999999999\"",
    "\"-0\"",
    "\"-1\"",
    "\"0\"",
    "\"0.0000000000001\"",
    "\"0.000000000001\"",
    "\"999999999999999.999999999999\"",
    "\"１２\"",
    "\"" + "9".repeat(40_000) + "\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\u202e\"",
    "\"2024-02-30\"",
    "\"2020-01-01\"",
    "\"2199-12-31\"",
    "\"+1000000000-01-01\"",
    "\"-999999999-01-01\"",
    "\"S1\"",
    "\"OC\"",
    "\"WP-1-P01-L1\"",
    "\"t\"",
    "2199",
    "1900"
  };

  private static final StockChangeProject MEASURED = new StockChangeProject();
  private static final TestLedger LEDGER = MEASURED.projects.ledger;
  private static final ParticipantId OWNER = MEASURED.projects.owner;
  private static final InstructionId PROJECT = MEASURED.registered();

  private static SubmitMonitoringReport report() {
    return MEASURED.report(PROJECT, 2023, 2024, "0.8");
  }

  private static PublishMethodology methodology() {
    return Edited.with(
        ExampleStockChange.ipcc2019(), "/version", Codec.text(new MethodologyRef("GCS-SC", "9.0")));
  }

  /** Judges arguments as they stand, at a limited cost, with nothing of it kept. */
  private static Verdict judge(TestLedger ledger, ParticipantId by, String action, String args) {
    Signer signer = ledger.signer(by);
    String payload =
        "{\"action\":\""
            + action
            + "\",\"args\":"
            + args
            + ",\"id\":\""
            + TestLedger.newInstruction()
            + "\",\"notAfter\":\""
            + ledger.time().plus(Duration.ofHours(1))
            + "\",\"participant\":\""
            + by
            + "\"}";
    byte[] signed = signer.signText(signer.header("ES256", "instruction+jws"), payload);
    double begin = milliseconds();
    byte[] verdicts =
        ledger.registry().submit(List.of(signed), ledger.time(), new MapStore(ledger.store()));
    assertThat(milliseconds() - begin).as(payload).isLessThan(MILLISECONDS_MOST);
    return Codec.read(verdicts, Verdict[].class)[0];
  }

  private static Verdict judge(String action, String args) {
    return judge(LEDGER, OWNER, action, args);
  }

  private static double milliseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  /** Replaces a node of the tree, removes it, doubles it or gives it a member that nobody knows. */
  private static String broken(JsonNode args, Random random) {
    List<JsonNode> parents = new ArrayList<>();
    collect(args, parents);
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    int way = random.nextInt(8);
    if (parent instanceof ArrayNode list) {
      int index = random.nextInt(list.size());
      switch (way) {
        case 0 -> list.remove(index);
        case 1 -> list.add(list.get(index));
        default -> list.set(index, MARK);
      }
    } else {
      ObjectNode object = (ObjectNode) parent;
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      switch (way) {
        case 0 -> object.remove(name);
        case 1 -> object.put("unknown", MARK);
        default -> object.put(name, MARK);
      }
    }
    return Codec.text(args).replace("\"" + MARK + "\"", HOSTILE[random.nextInt(HOSTILE.length)]);
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainer() && !node.isEmpty()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }

  private static void fuzz(
      TestLedger ledger, ParticipantId by, Action valid, String action, int times) {
    assertThat(judge(ledger, by, action, Codec.text(valid)).code()).isEqualTo(Verdict.APPLIED);
    Random random = new Random(20260301);
    int refused = 0;
    for (int i = 0; i < times; i++) {
      String args = broken(Codec.tree(valid).deepCopy(), random);
      if (random.nextInt(4) == 0 && args.startsWith("{")) {
        args = broken(readable(args, valid), random);
      }
      Verdict verdict = judge(ledger, by, action, args);
      if (!verdict.code().equals(Verdict.APPLIED)) {
        refused++;
        assertThat(ErrorCode.valueOf(verdict.code())).as(args).isNotEqualTo(ErrorCode.INTERNAL);
        assertThat(verdict.detail().orElseThrow()).as(args).isNotBlank();
      }
    }
    assertThat(refused).isGreaterThan(times / 2);
  }

  private static JsonNode readable(String args, Action otherwise) {
    try {
      return Codec.readTree(args.getBytes(StandardCharsets.UTF_8)).deepCopy();
    } catch (RegistryException notReadable) {
      return Codec.tree(otherwise).deepCopy();
    }
  }

  @Test
  void a_report_broken_at_random_is_applied_or_refused() {
    fuzz(LEDGER, OWNER, report(), "submitMonitoringReport", 400);
  }

  @Test
  void a_part_of_the_data_broken_at_random_is_applied_or_refused() {
    fuzz(
        LEDGER,
        OWNER,
        new SubmitMonitoringData(report().data(), PROJECT),
        "submitMonitoringData",
        200);
  }

  @Test
  void a_methodology_broken_at_random_is_applied_or_refused() {
    fuzz(LEDGER, MEASURED.projects.authority, methodology(), "publishMethodology", 400);
  }

  @Test
  void a_balance_of_livestock_broken_at_random_is_applied_or_refused() {
    Projects projects = new Projects();
    InstructionId project = projects.registered();
    RecordStocking valid =
        Edited.with(RecordStocking.TYPE.example(), "/project", "\"" + project + "\"");
    fuzz(projects.ledger, projects.owner, valid, "recordStocking", 300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value | \"-1\" | DATA_OUT_OF_RANGE | data[5].value: ",
        "value | \"999999999999999\" | DATA_OUT_OF_RANGE | data[5].value: ",
        "value | \"NaN\" | MALFORMED | args.data[5].value: ",
        "value | \"1e400\" | MALFORMED | args.data[5].value: ",
        "value | \"1e-999999999\" | MALFORMED | args.data[5].value: ",
        "value | 12.5 | MALFORMED | args.data[5].value: ",
        "value | 1e-999999999 | MALFORMED | args.data[5].value: ",
        "value | 1e999999999 | MALFORMED | args.data[5].value: ",
        "value | null | MALFORMED | args.data[5].value: ",
        "year | 1e999999999 | MALFORMED | args.data[5].year: ",
        "year | 2023.5 | MALFORMED | args.data[5].year: ",
        "year | \"2023\" | MALFORMED | args.data[5].year: ",
        "year | 2019 | STRATA_MISMATCH | data[5].year: ",
        "unit | \"kg\" | UNKNOWN_DATUM | data[5].unit: ",
        "symbol | \"HEAD.DRAGON\" | UNKNOWN_DATUM | data[5].symbol: ",
        "stratum | \"S9\" | STRATA_MISMATCH | data[5].stratum: "
      })
  void bad_data_are_told_by_code_row_and_column(
      String member, String json, String code, String begin) {
    JsonNode args = Codec.tree(report()).deepCopy();
    ((ObjectNode) args.at("/data/5")).put(member, MARK);
    Verdict verdict =
        judge("submitMonitoringReport", Codec.text(args).replace("\"" + MARK + "\"", json));
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.detail().orElseThrow()).startsWith(begin);
  }

  @Test
  void a_row_that_lacks_a_member_is_told() {
    JsonNode args = Codec.tree(report()).deepCopy();
    ((ObjectNode) args.at("/data/5")).remove("unit");
    Verdict verdict = judge("submitMonitoringReport", Codec.text(args));
    assertThat(verdict.code()).isEqualTo(ErrorCode.MALFORMED.name());
    assertThat(verdict.detail()).contains("missing: args.data[5].unit");
  }

  @Test
  void dates_out_of_order_are_malformed() {
    JsonNode args = Codec.tree(report()).deepCopy();
    ((ObjectNode) args.path("period")).put("from", "2024-12-31").put("to", "2023-01-01");
    Verdict verdict = judge("submitMonitoringReport", Codec.text(args));
    assertThat(verdict.code()).isEqualTo(ErrorCode.MALFORMED.name());
    assertThat(verdict.detail().orElseThrow()).startsWith("args.period: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 20_000, 1_000_000})
  void rows_without_end_are_refused_before_they_cost_anything(int rows) {
    String row =
        "{\"stratum\":\"S1\",\"symbol\":\"OC\",\"unit\":\"g\",\"value\":\"1\",\"year\":2024},";
    String args =
        "{\"data\":["
            + row.repeat(rows).substring(0, row.length() * rows - 1)
            + "],\"project\":\""
            + PROJECT
            + "\"}";
    Verdict verdict = judge("submitMonitoringData", args);
    assertThat(verdict.code()).isEqualTo(ErrorCode.TOO_LARGE.name());
    assertThat(verdict.detail().orElseThrow()).contains("64 KiB");
  }

  @Test
  void the_most_numbers_that_64_KiB_hold_cost_little() {
    String list = "[" + "1e-999999999,".repeat(4_000) + "1]";
    Verdict verdict =
        judge(
            "submitMonitoringData",
            "{\"data\":" + list + ",\"project\":\"" + ExampleProject.ID + "\"}");
    assertThat(verdict.code()).isEqualTo(ErrorCode.MALFORMED.name());
    assertThat(verdict.detail().orElseThrow()).startsWith("args.data[0]: ");
  }
}
