// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;

/** What everybody finds of a project of which credits were issued, retired and cancelled. */
final class PublicRegistry {
  private final RunningGateway gateway;
  private final InstructionId project;
  private final String number;
  private final InstructionId report;

  PublicRegistry(
      RunningGateway gateway, InstructionId project, String number, InstructionId report) {
    this.gateway = gateway;
    this.project = project;
    this.number = number;
    this.report = report;
  }

  void assertAll(BatchId batch, InstructionId retirement, InstructionId cancellation) {
    assertListsAreFiltered(batch, retirement, cancellation);
    assertFoundByForm(batch, retirement, cancellation);
    assertFoundByName(batch);
    assertTotals(batch);
    assertFiles(batch, retirement);
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = gateway.get("/api/v1" + path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private List<String> ids(String path, String member) {
    return read(path)
        .path("items")
        .valueStream()
        .map(each -> each.path(member).asString())
        .toList();
  }

  private void assertListsAreFiltered(
      BatchId batch, InstructionId retirement, InstructionId cancellation) {
    String methodology = read("/projects/" + number).at("/design/methodology/id").asString();
    String owner = read("/projects/" + number).path("owner").asString();
    String all = "region=150000&vintage=2023&training=true&methodology=" + methodology;

    assertThat(ids("/retirements?" + all + "&project=" + number, "id"))
        .contains(retirement.value());
    assertThat(ids("/retirements?region=152502&vintage=2022", "id")).isEmpty();
    assertThat(ids("/retirements?methodology=GCS-NONE", "id")).isEmpty();
    assertThat(ids("/retirements?serial=" + batch + "-1", "id")).isEmpty();
    String serial = read("/retirements/" + retirement).at("/serials/0").asString().split("-")[0];
    assertThat(ids("/retirements?serial=" + batch + "-" + serial, "id"))
        .containsExactly(retirement.value());
    assertThat(ids("/cancellations?serial=" + batch + "-" + serial, "id")).isEmpty();
    assertThat(gateway.get("/api/v1/retirements?serial=17").statusCode()).isEqualTo(400);

    assertThat(ids("/batches?" + all + "&owner=" + owner, "id")).contains(batch.value());
    assertThat(ids("/batches?from=2001-01-01&to=2001-12-31", "id")).isEmpty();
    assertThat(ids("/projects?number=" + number, "id")).containsExactly(project.value());
    assertThat(ids("/reports?vintage=2023&project=" + number, "id")).contains(report.value());
    assertThat(ids("/reports?vintage=2019&project=" + number, "id")).isEmpty();
    assertThat(gateway.get("/api/v1/reports?vintage=old").statusCode()).isEqualTo(400);

    JsonNode issuance = read("/issuances?vintage=2023&project=" + number).at("/items/0");
    assertThat(issuance.path("id").asString()).isEqualTo(report.value());
    assertThat(issuance.at("/approval/by").asString()).isNotEmpty();
    assertThat(issuance.at("/issuance/batches/0").asString()).isEqualTo(batch.value());
    assertThat(read("/issuances/" + report).path("id").asString()).isEqualTo(report.value());
    assertThat(gateway.get("/api/v1/issuances", "Accept", "text/csv").body())
        .startsWith("\uFEFFDate Issued,Project ID,")
        .contains(number);

    assertThat(ids("/buffers?project=" + number, "batch")).contains(batch.value());
    assertThat(ids("/buffer-movements?batch=" + batch, "destination")).contains("buffer");

    String beneficiary = read("/retirements/" + retirement).path("beneficiaryId").asString();
    JsonNode group = read("/beneficiaries?beneficiary=" + beneficiary).at("/items/0");
    assertThat(group.path("training").asBoolean()).isTrue();
    assertThat(group.path("tonnes").asLong()).isGreaterThanOrEqualTo(30);
    assertThat(ids("/retirements?beneficiaryId=" + beneficiary, "id")).contains(retirement.value());
  }

  private JsonNode search(String q) {
    return read("/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  private List<String> hits(String q) {
    return search(q)
        .path("items")
        .valueStream()
        .map(hit -> hit.path("kind").asString() + " " + hit.path("id").asString())
        .toList();
  }

  private void assertFoundByForm(
      BatchId batch, InstructionId retirement, InstructionId cancellation) {
    JsonNode stored = read("/retirements/" + retirement);
    String first = stored.at("/serials/0").asString().split("-")[0];
    String serial = batch + "-" + first;
    assertThat(hits(" " + serial.toLowerCase(Locale.ROOT)))
        .startsWith(
            "serial " + serial + "-" + first,
            "retirement " + retirement,
            "batch " + batch,
            "project " + project);
    assertThat(hits(batch + "-999999999")).as("no such serial").isEmpty();
    assertThat(hits(batch.value()).get(0)).isEqualTo("batch " + batch);
    assertThat(hits(number.toLowerCase(Locale.ROOT)).get(0)).isEqualTo("project " + project);
    assertThat(hits(stored.path("certificateNumber").asString()))
        .containsExactly("retirement " + retirement);
    assertThat(hits(project.value()).get(0)).isEqualTo("project " + project);
    assertThat(hits(retirement.value()))
        .startsWith("retirement " + retirement)
        .contains("instruction " + retirement);
    assertThat(hits(cancellation.value()).get(0))
        .isEqualTo("cancellation " + cancellation + ":" + batch);
    JsonNode outcome = read("/instructions/" + retirement);
    String transaction = outcome.path("transactionId").asString();
    assertThat(hits(transaction)).containsExactly("transaction " + transaction);
    assertThat(hits(outcome.path("block").asString()))
        .contains("block " + outcome.path("block").asString());
    JsonNode links =
        read("/serials/" + batch + "-1-" + read("/batches/" + batch).path("issued").asString())
            .path("links");
    assertThat(links.path("retirements").size()).isPositive();
    assertThat(links.path("cancellations").size()).isPositive();
    for (String one : List.of("batch", "issuance", "project")) {
      assertThat(gateway.get(links.path(one).asString()).statusCode()).as(one).isEqualTo(200);
    }
    for (String some : List.of("retirements", "cancellations")) {
      links
          .path(some)
          .forEach(link -> assertThat(gateway.get(link.asString()).statusCode()).isEqualTo(200));
    }
    for (JsonNode hit : search(serial).path("items")) {
      String at = hit.path("at").asString();
      assertThat(gateway.get(at).statusCode()).as(at).isEqualTo(200);
      if (hit.has("list")) {
        assertThat(gateway.get(hit.path("list").asString()).statusCode()).isEqualTo(200);
      }
    }
  }

  private void assertFoundByName(BatchId batch) {
    JsonNode design = read("/projects/" + number).path("design");
    String zh = design.at("/name/zh").asString();
    // Other tests may have projects of the same name on this ledger.
    JsonNode best = search(zh).at("/items/0");
    assertThat(best.path("kind").asString()).isEqualTo("project");
    assertThat(best.at("/title/zh").asString()).isEqualTo(zh);
    assertThat(hits(number + " " + zh.substring(1, 4))).contains("project " + project);
    assertThat(hits(number + " 南极洲")).isEmpty();
    assertThat(search(number)).isEqualTo(search(number));
    String office = "Inner Mongolia";
    assertThat(hits(office)).contains("participant " + gateway.innerMongolia().id());
    assertThat(hits("mongolia inner")).contains("participant " + gateway.innerMongolia().id());
    assertThat(hits("no such name anywhere")).isEmpty();
    HttpResponse<String> nothing = gateway.get("/api/v1/search?q=%E2%80%8B");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(RunningGateway.json(nothing).path("code").asString())
        .isEqualTo(GatewayCode.BAD_REQUEST.name());
    assertThat(gateway.get("/api/v1/search").statusCode()).isEqualTo(400);
  }

  private void assertTotals(BatchId batch) {
    JsonNode all = read("/batches/" + batch);
    JsonNode of =
        read("/totals?by=vintage&training=true&vintage=2023&project=" + number).at("/items/0");
    assertThat(of.path("name").asString()).isEqualTo("2023");
    assertThat(of.path("issued").asLong()).isEqualTo(all.path("issued").asLong());
    for (String kind : List.of("held", "buffered", "retired", "cancelled")) {
      assertThat(of.path(kind).asLong()).as(kind).isEqualTo(all.at("/totals/" + kind).asLong());
    }
    assertThat(of.at("/retiredFor/VOLUNTARY").asLong()).isEqualTo(of.path("retired").asLong());
    assertThat(read("/totals?project=" + number).path("items")).as("not for practice").isEmpty();
    for (String by : List.of("province", "region", "methodology", "project")) {
      JsonNode one = read("/totals?training=true&project=" + number + "&by=" + by).at("/items/0");
      assertThat(one.path("issued").asLong()).as(by).isPositive();
    }
    assertThat(gateway.get("/api/v1/totals?by=holder").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/api/v1/totals?training=true", "Accept", "text/csv").body())
        .startsWith("\uFEFF省级区划 Province,")
        .contains("150000,");
  }

  private String csv(String path) {
    HttpResponse<String> answer = gateway.get("/api/v1" + path, "Accept", "text/csv");
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void assertFiles(BatchId batch, InstructionId retirement) {
    String of = "project=" + number;
    String projects = csv("/projects?schema=offsetsdb&number=" + number);
    assertThat(projects)
        .startsWith("project_id,name,registry,proponent,protocol,category,project_type,status,")
        .contains("\r\n" + number + ",")
        .contains(",registered,China,20");
    String[] project = projects.split("\r\n")[1].split(",(?=20..-)");
    assertThat(project).as("listed, first issued, first retired").hasSize(4);
    String retired = csv("/retirements?schema=offsetsdb&" + of);
    String at = read("/retirements/" + retirement).path("at").asString();
    assertThat(retired)
        .startsWith("project_id,quantity,vintage,transaction_date,transaction_type,retirement_acc")
        .contains(number + ",30,2023," + at + ",retirement,");
    assertThat(csv("/batches?schema=offsetsdb&" + of)).contains(",issuance,");
    assertThat(csv("/cancellations?schema=offsetsdb&" + of)).contains(",cancellation,");

    assertThat(csv("/projects?schema=cadt&number=" + number)).contains(",Registered,");
    assertThat(csv("/issuances?schema=cadt&" + of))
        .contains(report + "," + number + ",2023-01-01,");
    String held = csv("/batches?schema=cadt&vintage=2023&" + of);
    assertThat(held).startsWith("serialNumberBlock,unitBlockStart,").contains(",Held,,,China,");
    assertThat(
            units(held)
                + units(csv("/buffers?schema=cadt&vintage=2023&" + of))
                + units(csv("/retirements?schema=cadt&vintage=2023&" + of))
                + units(csv("/cancellations?schema=cadt&vintage=2023&" + of)))
        .as("units partition what was issued")
        .isEqualTo(read("/batches/" + batch).path("issued").asLong());
    assertThat(csv("/retirements?schema=cadt&" + of)).contains(",Retired,VOLUNTARY: ");

    assertThat(csv("/retirements?schema=cadt&excel=zh&" + of))
        .startsWith("\uFEFFserialNumberBlock,")
        .contains(",\"=\"\"");
    assertThat(csv("/batches?excel=zh&lang=zh&" + of)).startsWith("\uFEFF签发时间,");
    byte[] workbook =
        gateway
            .getFile("/api/v1/projects?schema=cadt&number=" + number, XlsxAnswers.TYPE.toString())
            .body();
    assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    for (String wrong :
        List.of(
            "/projects?schema=cadt",
            "/projects?schema=verra",
            "/regions?schema=cadt",
            "/projects?excel=en")) {
      assertThat(gateway.get("/api/v1" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  /** The sum of the units of a file of CADT, of whose first columns none has a comma within. */
  private static long units(String csv) {
    return csv.lines().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[3])).sum();
  }

  /** What is not public is found by nobody, not even by its id. */
  static void assertNeverFound(RunningGateway gateway, String id) {
    HttpResponse<String> answer = gateway.get("/api/v1/search?q=" + id);
    assertThat(RunningGateway.json(answer).path("items")).as(answer.body()).isEmpty();
  }
}
