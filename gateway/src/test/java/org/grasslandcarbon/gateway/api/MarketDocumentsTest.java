// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A day of practice with two trades in the book, the second of which is cancelled, and a block, and
 * what can be read of it afterwards, as lists and as files.
 */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketDocumentsTest {
  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final LocalDate today;
  private final String instrument;
  private final HttpResponse<String> publicDuringTheDay;
  private final HttpResponse<String> boardDuringTheDay;
  private final HttpResponse<String> barsDuringTheDay;
  private final HttpResponse<String> publicBlockDuringTheDay;
  private final List<HttpResponse<String>> concernedDuringTheDay;

  MarketDocumentsTest(RunningGateway gateway) {
    this.gateway = gateway;
    OpenMarket open = OpenMarket.of(gateway, 5, "PAPERS");
    stage = open.stage();
    today = open.today();
    MarketChapter market = open.market();
    market.sell(Part.OWNER, 40, 9_500);
    market.take(Part.BUYER, 15, 9_600);
    market.take(Part.TRADER, 5, 9_600);
    market.cancel(2);
    market.block(Part.OWNER, Part.BUYER, 10, 9_400, Instant.now().plusSeconds(3_600));
    instrument = market.instrument().value();
    publicDuringTheDay = gateway.get("/api/v1/trades?instrument=" + instrument);
    boardDuringTheDay = gateway.get("/api/v1/market/" + instrument);
    barsDuringTheDay = gateway.get("/api/v1/market/" + instrument + "/bars");
    String block = "/api/v1/trades/" + instrument + "/3";
    publicBlockDuringTheDay = gateway.get(block);
    concernedDuringTheDay =
        List.of(
            gateway.getAs(buyer(), block),
            gateway.getAs(stage.person(Part.OWNER), block),
            gateway.getAs(stage.person(Part.EXCHANGE), block),
            gateway.getAs(gateway.authority(), block));
    market.closeDay();
  }

  private Person buyer() {
    return stage.person(Part.BUYER);
  }

  private JsonNode readAs(Person person, String path) {
    HttpResponse<String> answer = gateway.getAs(person, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = gateway.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private static String text(HttpResponse<byte[]> pdf) throws IOException {
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(pdf.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static Map<String, String> parts(HttpResponse<byte[]> workbook) throws IOException {
    assertThat(workbook.statusCode()).isEqualTo(200);
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook.body()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private String note(int trade) {
    return "/api/v1/trades/" + instrument + ":" + trade + "/note";
  }

  @Test
  void a_contract_note_is_had_as_pages_and_as_a_workbook_with_the_same_numbers()
      throws IOException {
    HttpResponse<byte[]> pdf = gateway.getFileAs(buyer(), note(1), DocumentFiles.PDF);
    assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).contains("note.pdf");
    assertThat(text(pdf))
        .contains("成交单", "Contract Note", instrument + ":1", "仅供练习，不具效力")
        .contains("成交金额 Gross 1,425.00", "买方应付 Buyer pays 1,433.55", buyer().id().value())
        .contains("主体 " + buyer().id())
        .doesNotContain("已取消");
    assertThat(gateway.getFileAs(buyer(), note(1), DocumentFiles.PDF).body())
        .as("the same document is the same file")
        .isEqualTo(pdf.body());
    HttpResponse<byte[]> xlsx = gateway.getFileAs(buyer(), note(1), DocumentFiles.XLSX);
    assertThat(parts(xlsx).get("xl/worksheets/sheet1.xml"))
        .contains("<v>142500</v>", "<v>143355</v>");
    assertThat(gateway.getFileAs(buyer(), note(1), DocumentFiles.XLSX).body())
        .isEqualTo(xlsx.body());
    Person stranger = stage.person(Part.TRADER);
    assertThat(gateway.getFileAs(stranger, note(1), DocumentFiles.PDF).statusCode()).isEqualTo(403);
    assertThat(gateway.getFile(note(1), DocumentFiles.PDF).statusCode()).isEqualTo(401);
  }

  @Test
  void a_statement_is_had_as_pages_and_as_a_workbook() throws IOException {
    String path = "/api/v1/statements?from=" + today + "&to=" + today;
    JsonNode statement = readAs(buyer(), path);
    HttpResponse<byte[]> pdf = gateway.getFileAs(buyer(), path, DocumentFiles.PDF);
    String text = text(pdf);
    assertThat(text)
        .contains("日结单", "Day Statement", "入金 Paid in 1,000,000.00")
        .contains(instrument + ":1", instrument + ":3", "大宗协议 Block");
    assertThat(gateway.getFileAs(buyer(), path, DocumentFiles.PDF).body()).isEqualTo(pdf.body());
    Map<String, String> parts = parts(gateway.getFileAs(buyer(), path, DocumentFiles.XLSX));
    String movements = parts.get("xl/worksheets/sheet1.xml");
    for (JsonNode line : statement.at("/cash/0/lines")) {
      assertThat(movements).contains("<v>" + line.path("balance").longValue() + "</v>");
    }
    String sums = parts.get("xl/worksheets/sheet2.xml");
    for (String sum : List.of("paidIn", "bought", "fees", "other")) {
      assertThat(sums).contains("<v>" + statement.at("/cash/0/" + sum).longValue() + "</v>");
    }
    String trades = parts.get("xl/worksheets/sheet3.xml");
    for (JsonNode trade : statement.path("trades")) {
      assertThat(trades)
          .contains("<v>" + trade.path("gross").longValue() + "</v>")
          .contains("<v>" + trade.at("/buyer/pays").longValue() + "</v>");
    }
  }

  @Test
  void a_trade_that_was_cancelled_is_told_as_such_everywhere_and_counts_nowhere()
      throws IOException {
    Person trader = stage.person(Part.TRADER);
    JsonNode note = readAs(trader, note(2));
    String document = Sha256.of("practice: decision").value();
    assertThat(note.at("/cancellation/document").asString()).isEqualTo(document);
    assertThat(note.at("/cancellation/reason").asString()).contains("An error led to it.");
    String printed = text(gateway.getFileAs(trader, note(2), DocumentFiles.PDF));
    assertThat(printed).contains("本笔成交已取消 This trade was cancelled");
    assertThat(printed.replaceAll("\\s", "")).contains(document);
    HttpResponse<String> csv =
        gateway.get(note(2), "Accept", "text/csv", "Authorization", "Bearer " + trader.token());
    assertThat(csv.body()).contains("Cancelled by Instruction", document);

    JsonNode listed = read("/api/v1/trades/" + instrument + "/2");
    assertThat(listed.at("/cancellation/document").asString()).isEqualTo(document);
    assertThat(listed.has("buyer")).isFalse();
    assertThat(read("/api/v1/trades/" + instrument + "/1").has("cancellation")).isFalse();

    JsonNode bar = read("/api/v1/market/" + instrument + "/bars").at("/items/0");
    assertThat(bar.path("trades").longValue()).as("one in the book and the block").isEqualTo(2);
    assertThat(bar.path("cancelled").longValue()).isEqualTo(1);
    assertThat(bar.path("volume").longValue()).isEqualTo(15);
    JsonNode board = read("/api/v1/market/" + instrument);
    assertThat(board.at("/day/listed/tonnes").longValue()).isEqualTo(15);

    JsonNode statement = readAs(trader, "/api/v1/statements?from=" + today + "&to=" + today);
    JsonNode cash = statement.at("/cash/0");
    assertThat(cash.path("bought").longValue()).isZero();
    assertThat(cash.path("fees").longValue()).isZero();
    assertThat(cash.path("other").longValue()).isZero();
    assertThat(cash.at("/closing/balance").longValue()).isEqualTo(10_000_000);
    assertThat(cash.path("lines").valueStream()).as("there and back").hasSizeGreaterThan(4);
    assertThat(statement.at("/trades/0/cancellation/document").asString()).isEqualTo(document);
  }

  @Test
  void while_its_day_is_open_a_block_is_told_to_those_whom_it_concerns_only() {
    JsonNode told = RunningGateway.json(publicDuringTheDay);
    assertThat(told.path("items").valueStream().map(each -> each.path("number").longValue()))
        .containsExactly(2L, 1L);
    assertThat(told.path("total").longValue()).isEqualTo(2);
    assertThat(publicBlockDuringTheDay.statusCode()).isEqualTo(404);
    assertThat(RunningGateway.json(boardDuringTheDay).path("day").has("block")).isFalse();
    JsonNode bar = RunningGateway.json(barsDuringTheDay).at("/items/0");
    assertThat(bar.has("volume")).isTrue();
    assertThat(bar.has("blockVolume")).isFalse();
    for (HttpResponse<String> whole : concernedDuringTheDay) {
      assertThat(whole.statusCode()).isEqualTo(200);
      assertThat(RunningGateway.json(whole).path("price").longValue()).isEqualTo(9_400);
    }
  }

  @Test
  void a_block_is_in_the_list_for_everybody_at_the_day_s_end_and_never_with_names() {
    JsonNode told = read("/api/v1/trades?instrument=" + instrument + "&mode=BLOCK");
    assertThat(told.path("items").valueStream()).hasSize(1);
    JsonNode block = told.at("/items/0");
    assertThat(block.path("number").longValue()).isEqualTo(3);
    assertThat(block.path("tonnes").longValue()).isEqualTo(10);
    assertThat(block.path("price").longValue()).isEqualTo(9_400);
    for (Part part : List.of(Part.OWNER, Part.BUYER)) {
      assertThat(told.toString()).doesNotContain(stage.id(part).value());
      JsonNode whole = readAs(stage.person(part), "/api/v1/trades/" + instrument + "/3");
      assertThat(whole.path("buyer").asString()).isEqualTo(buyer().id().value());
      assertThat(whole.path("seller").asString()).isEqualTo(stage.id(Part.OWNER).value());
      assertThat(whole.path("serials").valueStream()).isNotEmpty();
      assertThat(whole.has("buyerFee")).isTrue();
    }
    assertThat(
            readAs(stage.person(Part.TRADER), "/api/v1/trades/" + instrument + "/3").has("buyer"))
        .isFalse();
    JsonNode bar = read("/api/v1/market/" + instrument + "/bars").at("/items/0");
    assertThat(bar.path("blockVolume").longValue()).isEqualTo(10);
    assertThat(bar.path("high").longValue()).as("no quote is a block's").isEqualTo(9_500);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void the_stream_tells_that_a_trade_was_cancelled_and_nothing_of_a_block()
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.uri("/api/v1/market/events?instrument=" + instrument))
            .header("Last-Event-ID", "0-0")
            .build();
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    List<String> told = new ArrayList<>();
    try (Stream<String> lines = answer.body()) {
      Iterator<String> each = lines.iterator();
      while (!told.contains("event: ready")) {
        told.add(each.next());
      }
    }
    assertThat(told.stream().filter("event: trade"::equals)).hasSize(2);
    int cancellation = told.indexOf("event: cancellation");
    assertThat(cancellation).isPositive();
    assertThat(told.get(cancellation + 1)).contains(instrument + ":2", "cancelTrade");
    assertThat(told).noneMatch(line -> line.contains("BLOCK") || line.contains("\"block\""));
  }

  @Test
  void a_book_is_had_as_a_file() throws IOException {
    String path = "/api/v1/market/" + instrument + "/book";
    assertThat(gateway.get(path, "Accept", "text/csv").body())
        .contains("买卖 Side,档位 Level,价格（分/吨） Price (fen/t)");
    assertThat(parts(gateway.getFile(path, DocumentFiles.XLSX))).isNotEmpty();
    for (String list :
        List.of("/api/v1/market", "/api/v1/market/" + instrument + "/bars", "/api/v1/trades")) {
      assertThat(gateway.get(list, "Accept", "text/csv").statusCode()).as(list).isEqualTo(200);
      assertThat(gateway.getFile(list, DocumentFiles.XLSX).statusCode()).as(list).isEqualTo(200);
    }
  }

  @Test
  void large_holders_are_told_to_their_exchange_their_office_and_the_authority() {
    String path = "/api/v1/large-holders?instrument=" + instrument;
    for (Person person :
        List.of(stage.person(Part.EXCHANGE), gateway.authority(), gateway.innerMongolia())) {
      JsonNode report = readAs(person, path);
      assertThat(report.at("/holders/0/participant").asString())
          .isEqualTo(stage.id(Part.OWNER).value());
      assertThat(report.at("/holders/0/perMille").longValue()).isGreaterThanOrEqualTo(300);
    }
    Person another = gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE);
    assertThat(readAs(another, path).path("holders").valueStream()).isEmpty();
    assertThat(readAs(gateway.beijing(), path).path("holders").valueStream())
        .as("the holder is registered elsewhere")
        .isEmpty();
    for (Person person : List.of(buyer(), stage.person(Part.OWNER))) {
      assertThat(gateway.getAs(person, path).statusCode()).isEqualTo(403);
    }
    assertThat(gateway.get(path).statusCode()).isEqualTo(401);
    HttpResponse<String> csv =
        gateway.get(
            path,
            "Accept",
            "text/csv",
            "Authorization",
            "Bearer " + stage.person(Part.EXCHANGE).token());
    assertThat(csv.body()).contains("Share (per mille)", stage.id(Part.OWNER).value());
  }
}
