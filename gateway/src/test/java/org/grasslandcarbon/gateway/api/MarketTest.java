// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.example.MarketChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.market.HaltInstrument;
import org.grasslandcarbon.domain.market.ResumeInstrument;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A day of practice at a market: two levels to sell, one to buy, and a trade over two listings. */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketTest {
  private static final int VINTAGE = 2024;

  private final RunningGateway gateway;
  private final GatewayStage stage;
  private final MarketChapter market;
  private final LocalDate today;
  private final String instrument;

  MarketTest(RunningGateway gateway) {
    this.gateway = gateway;
    OpenMarket open = OpenMarket.of(gateway, 3, "LIVE", VINTAGE);
    stage = open.stage();
    market = open.market();
    today = open.today();
    market.sell(Part.OWNER, 10, 9_500);
    market.sell(Part.OWNER, 30, 9_600);
    market.bid(Part.TRADER, 7, 9_400);
    market.take(Part.BUYER, 15, 9_600);
    instrument = market.instrument().value();
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = gateway.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private Person buyer() {
    return stage.person(Part.BUYER);
  }

  @Test
  void a_book_is_shown_by_level_and_says_nothing_of_whose_it_is() {
    HttpResponse<String> answer = gateway.get("/api/v1/market/" + instrument + "/book");
    JsonNode book = RunningGateway.json(answer);
    assertThat(book.path("sells").toString())
        .isEqualTo("[{\"listings\":1,\"price\":9600,\"tonnes\":25}]");
    assertThat(book.path("buys").toString())
        .isEqualTo("[{\"listings\":1,\"price\":9400,\"tonnes\":7}]");
    // (7 - 25) / 32 is -562.5 thousandths.
    assertThat(book.path("imbalancePerMille").longValue()).isEqualTo(-563);
    assertThat(book.at("/limits").toString()).isEqualTo("{\"highest\":10450,\"lowest\":8550}");
    assertThat(book.at("/day/last").longValue()).isEqualTo(9_600);
    for (Part part : List.of(Part.OWNER, Part.TRADER, Part.BUYER)) {
      assertThat(answer.body()).doesNotContain(stage.id(part).value());
    }
    assertThat(gateway.get("/api/v1/market/GCST-152502-2099-0001-2025/book").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_day_s_bar_is_read_as_json_and_as_a_file() {
    String path = "/api/v1/market/" + instrument + "/bars";
    JsonNode bar = read(path).at("/items/0");
    assertThat(
            List.of("open", "high", "low", "last", "volume", "value", "trades").stream()
                .map(member -> bar.path(member).longValue()))
        .containsExactly(9_500L, 9_600L, 9_500L, 9_600L, 15L, 143_000L, 2L);
    // 143,000 / 15 is 9,533.33.
    assertThat(bar.path("close").longValue()).isEqualTo(9_533);
    HttpResponse<String> csv = gateway.get(path, "Accept", "text/csv");
    assertThat(csv.body()).contains("Close (fen/t)", today + "," + instrument + ",9500,9600");
    assertThat(gateway.getFile(path, ImportController.XLSX).statusCode()).isEqualTo(200);
  }

  @Test
  void a_contract_note_is_for_the_parties_and_says_the_tax_within_the_gross() {
    String path = "/api/v1/trades/" + instrument + ":1/note";
    JsonNode note = RunningGateway.json(gateway.getAs(buyer(), path));
    assertThat(note.path("gross").longValue()).isEqualTo(95_000);
    // 95,000 / 1.06 is 89,622.64.
    assertThat(note.path("vat").toString())
        .isEqualTo("{\"net\":89623,\"perMille\":60,\"tax\":5377}");
    assertThat(note.at("/buyer/participant").asString()).isEqualTo(buyer().id().value());
    assertThat(note.at("/buyer/pays").longValue()).isEqualTo(95_000 + 570);
    assertThat(note.path("serials").valueStream()).hasSize(1);
    assertThat(gateway.getAs(stage.person(Part.TRADER), path).statusCode()).isEqualTo(403);
    assertThat(gateway.get(path).statusCode()).isEqualTo(401);
    HttpResponse<String> csv =
        gateway.get(path, "Accept", "text/csv", "Authorization", "Bearer " + buyer().token());
    assertThat(csv.body()).contains("Net (fen),89623", "Buyer Pays (fen),95570");
  }

  @Test
  void own_trades_are_listed_for_the_party_and_who_supervises_it_and_for_nobody_else() {
    String ofBuyer = "/api/v1/trades?instrument=" + instrument + "&party=" + buyer().id();
    JsonNode own = RunningGateway.json(gateway.getAs(buyer(), ofBuyer + "&limit=1"));
    assertThat(own.path("total").longValue()).isEqualTo(2);
    assertThat(own.at("/items/0/buyer").asString()).isEqualTo(buyer().id().value());
    String rest = ofBuyer + "&limit=1&cursor=" + own.path("next").asString();
    assertThat(RunningGateway.json(gateway.getAs(buyer(), rest)).at("/items/0/number").longValue())
        .isEqualTo(1);
    assertThat(RunningGateway.json(gateway.getAs(gateway.innerMongolia(), ofBuyer)).path("total"))
        .isEqualTo(own.path("total"));
    Person seller = stage.person(Part.OWNER);
    String ofSeller = "/api/v1/trades?instrument=" + instrument + "&party=" + seller.id();
    assertThat(RunningGateway.json(gateway.getAs(seller, ofSeller)).path("total").longValue())
        .as("the seller's are the same two")
        .isEqualTo(2);
    Person bystander = stage.person(Part.TRADER);
    String ofBystander = "/api/v1/trades?party=" + bystander.id();
    assertThat(RunningGateway.json(gateway.getAs(bystander, ofBystander)).path("total").longValue())
        .as("somebody who has only listed")
        .isZero();

    assertThat(gateway.getAs(bystander, ofBuyer).statusCode()).isEqualTo(403);
    assertThat(gateway.getAs(seller, ofBuyer).statusCode())
        .as("the other side of every trade is not all sides of each")
        .isEqualTo(403);
    HttpResponse<String> nobody = gateway.get(ofBuyer);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.body()).contains("TOKEN_MISSING");
    assertThat(gateway.getAs(buyer(), "/api/v1/trades?party=nobody").statusCode()).isEqualTo(400);
    assertThat(gateway.get(ofBuyer, "Accept", "text/csv").statusCode()).isEqualTo(401);
  }

  @Test
  void a_statement_opens_where_the_day_began_and_its_sums_are_those_of_the_journal() {
    String path = "/api/v1/statements?from=" + today + "&to=" + today;
    for (Part part : List.of(Part.BUYER, Part.TRADER, Part.OWNER)) {
      JsonNode statement = RunningGateway.json(gateway.getAs(stage.person(part), path));
      JsonNode cash = statement.at("/cash/0");
      long lines =
          cash.path("lines").valueStream().mapToLong(line -> line.path("amount").longValue()).sum();
      assertThat(cash.at("/opening/balance").longValue()).isZero();
      assertThat(cash.at("/closing/balance").longValue()).as(part.en()).isEqualTo(lines);
      assertThat(cash.path("other").longValue()).as(part.en() + " is told all").isZero();
    }
    JsonNode bought = RunningGateway.json(gateway.getAs(buyer(), path));
    assertThat(bought.at("/cash/0/bought").longValue()).isEqualTo(143_000);
    assertThat(bought.at("/cash/0/fees").longValue()).isEqualTo(858);
    assertThat(bought.at("/cash/0/paidIn").longValue()).isEqualTo(100_000_000);
    assertThat(bought.at("/credits/0/closing/balance").longValue()).isEqualTo(15);
    assertThat(bought.path("trades").valueStream()).hasSize(2);
    HttpResponse<String> csv =
        gateway.get(path, "Accept", "text/csv", "Authorization", "Bearer " + buyer().token());
    assertThat(csv.body()).contains("期末 Closing,,CNY-TRAINING,,,,,99856142");
    LocalDate before = today.minusDays(1);
    JsonNode earlier =
        RunningGateway.json(
            gateway.getAs(buyer(), "/api/v1/statements?from=" + before + "&to=" + before));
    assertThat(earlier.at("/cash/0/closing/balance").longValue()).isZero();
    assertThat(earlier.path("trades").valueStream()).isEmpty();
    String foreign = path + "&owner=" + buyer().id();
    assertThat(gateway.getAs(stage.person(Part.TRADER), foreign).statusCode()).isEqualTo(403);
    assertThat(gateway.getAs(gateway.innerMongolia(), foreign).statusCode()).isEqualTo(200);
    assertThat(
            gateway.getAs(buyer(), path.replace("from=" + today, "from=2020-01-01")).statusCode())
        .isEqualTo(400);
  }

  private JsonNode quote(String wanted, int status) {
    HttpResponse<String> answer =
        gateway.exchange(
            HttpRequest.newBuilder(gateway.uri("/api/v1/market/quote"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wanted)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return RunningGateway.json(answer);
  }

  @Test
  void a_quote_tells_what_to_take_with_all_fees_and_reserves_nothing() {
    String wanted =
        "{\"asset\":\"CNY-TRAINING\",\"maxPrice\":9600,"
            + "\"methodology\":\"METHOD\",\"region\":\"150000\",\"tonnes\":20,"
            + "\"vintages\":["
            + VINTAGE
            + "]}";
    String methodology =
        read("/api/v1/projects?limit=200")
            .path("items")
            .valueStream()
            .filter(each -> instrument.startsWith(each.path("number").asString("?")))
            .findFirst()
            .orElseThrow()
            .at("/design/methodology/id")
            .asString();
    JsonNode quote = quote(wanted.replace("METHOD", methodology), 200);
    JsonNode taking = quote.at("/takings/0");
    assertThat(taking.path("instrument").asString()).isEqualTo(instrument);
    assertThat(taking.path("limit").longValue()).isEqualTo(9_600);
    assertThat(quote.path("found").longValue()).isEqualTo(20);
    assertThat(quote.path("cost").longValue()).isEqualTo(20 * 9_600 + 1_152);
    assertThat(quote.has("eligibility")).as("no market was named").isFalse();
    JsonNode tooCheap = quote(wanted.replace("METHOD", methodology).replace("9600", "9599"), 200);
    assertThat(tooCheap.path("takings").valueStream()).isEmpty();
    assertThat(
            quote(wanted.replace(String.valueOf(VINTAGE), "1999"), 200).path("found").longValue())
        .isZero();
    quote("{\"tonnes\":0}", 400);
  }

  /** Events until one of a name, each as id, name and data. */
  private static List<String[]> listen(URI address, String lastId, String until)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    List<String[]> events = new ArrayList<>();
    try (Stream<String> lines = answer.body()) {
      String[] event = new String[3];
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        if (line.startsWith("id: ")) {
          event[0] = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event[1] = line.substring(7);
        } else if (line.startsWith("data: ")) {
          event[2] = line.substring(6);
        } else if (line.isEmpty() && event[1] != null) {
          events.add(event);
          if (event[1].equals(until)) {
            return events;
          }
          event = new String[3];
        }
      }
    }
    return events;
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void who_was_cut_off_goes_on_with_the_next_event_at_a_gateway_that_has_started_anew()
      throws IOException, InterruptedException {
    String path = "/api/v1/market/events?instrument=" + instrument;
    List<String[]> all = listen(gateway.uri(path), "0-0", "ready");
    List<String[]> trades = all.stream().filter(each -> each[1].equals("trade")).toList();
    assertThat(trades).hasSize(2);
    assertThat(trades.get(0)[2]).contains("\"price\":9500").doesNotContain("buyer", "seller");
    assertThat(all).extracting(each -> each[1]).contains("day", "instrument", "book", "ready");
    assertThat(all.stream().filter(each -> each[1].equals("book")).toList())
        .allSatisfy(book -> assertThat(book[2]).contains("\"listings\":1", instrument));

    Path data = Files.createTempDirectory("market-events");
    try (ConfigurableApplicationContext anew =
        gateway.startAnother(data, "--server.port=0", "--management.server.port=0")) {
      anew.getBean(ProjectionProgress.class).whenCaughtUp().orTimeout(60, TimeUnit.SECONDS).join();
      URI there =
          URI.create(
              "http://127.0.0.1:" + anew.getEnvironment().getProperty("local.server.port") + path);
      List<String[]> rest = listen(there, trades.get(0)[0], "ready");
      List<String[]> missed = rest.stream().filter(each -> each[1].equals("trade")).toList();
      assertThat(missed).hasSize(1);
      assertThat(missed.get(0)[0]).isEqualTo(trades.get(1)[0]);
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void what_happens_is_told_while_one_listens() throws IOException, InterruptedException {
    Thread acting =
        new Thread(
            () -> {
              Person exchange = stage.person(Part.EXCHANGE);
              gateway.send(exchange, new HaltInstrument(market.instrument(), "practice"));
              gateway.send(exchange, new ResumeInstrument(market.instrument(), "practice"));
            });
    HttpRequest request =
        HttpRequest.newBuilder(gateway.uri("/api/v1/market/events?instrument=" + instrument))
            .build();
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      Iterator<String> each = lines.iterator();
      List<String> names = new ArrayList<>();
      while (!names.contains("halt")) {
        String line = each.next();
        if (line.startsWith("event: ")) {
          names.add(line.substring(7));
          if (names.size() == 1) {
            acting.start();
          }
        }
      }
      assertThat(names).startsWith("ready").contains("halt");
    }
    acting.join();
    assertThat(gateway.get("/api/v1/market/events", "Last-Event-ID", "yesterday").statusCode())
        .isEqualTo(400);
  }
}
