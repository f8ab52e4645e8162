// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ExitCode;
import org.grasslandcarbon.cli.ScriptedGateway;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Jws;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The market in short words. */
class MarketCommandsTest {
  private static final ParticipantId SIGNER = new ParticipantId("91110000600037341L");
  private static final String INSTRUMENT = "GCS-152502-2024-0001-2025";
  private static final String BATCH = "CN-GCS-152502-20240001-2025-001";
  private static final String VENUE = SIGNER + "-CBGEX";
  private static final String BOARD =
      """
      {"items": [{"instrument": "%s", "venue": "%s", "base": 9500, "halted": false, "tick": 1,
        "limits": {"lowest": 8550, "highest": 10450}, "training": false, "buys": [], "sells": [],
        "fees": 0, "day": {"date": "%s", "closed": false, "last": 9690, "rule": 1, "trades": 3,
        "listed": {"tonnes": 12000, "value": 1}}}], "total": 1}
      """
          .formatted(INSTRUMENT, VENUE, "%s");
  private static final String QUOTE =
      """
      {"cost": 1917436, "eligibility": {"answer": "NO_RULE"}, "found": 200, "tonnes": 200,
       "takings": [
        {"asset": "CNY", "cost": 955700, "fees": 5700, "instrument": "%s", "limit": 9500,
         "tonnes": 100, "value": 950000, "venue": "%s"},
        {"asset": "CNY", "cost": 961736, "fees": 5736, "instrument": "GCS-152502-2024-0001-2024",
         "limit": 9560, "tonnes": 100, "value": 956000, "venue": "%s"}]}
      """
          .formatted(INSTRUMENT, VENUE, VENUE);
  private static final String TAKEN =
      """
      {"id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11", "status": "APPLIED", "action": "takeListings",
       "block": 17, "references": [], "postings": [
        {"amount": 90, "asset": "%s", "source": "escrow:x:y", "destination": "held:%s"},
        {"amount": 855000, "asset": "CNY", "source": "cash:%s:91110000100001234L", "destination": "cash:z:b"},
        {"amount": 5130, "asset": "CNY", "source": "cash:%s:91110000100001234L", "destination": "fees:i"},
        {"amount": 100, "asset": "CNY", "source": "cash:z:b", "destination": "fees:i"}]}
      """
          .formatted(BATCH, SIGNER, SIGNER, SIGNER);

  @TempDir Path folder;

  /** Of each test: one of them may be the first of a new day. */
  private final String today = BeijingTime.day(Instant.now()).toString();

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(SIGNER, "signer", key, false).write(folder.resolve("signer.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_KEY", "signer.json")
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_OUTBOX", "outbox");
    gateway.at("/market", BOARD.formatted(today));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static String page(String item) {
    return "{\"items\": [" + item + "], \"total\": 1}";
  }

  private JsonNode signed(String... words) {
    Result result =
        run.run(Stream.concat(Stream.of(words), Stream.of("--sign-only")).toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return args(result.out());
  }

  private JsonNode args(String jws) {
    return Jws.verify(jws.strip(), key.jwk()).args();
  }

  @Test
  void the_board_shows_yuan_the_change_and_whether_the_day_is_opened() {
    gateway.at("/venues", page("{\"id\": \"" + VENUE + "\", \"day\": \"" + today + "\"}"));

    Result result = run.run("market", "board");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(INSTRUMENT)
        .containsPattern("96\\.90 +2\\.00 +95\\.00 +85\\.50 +104\\.50 +12,000 .* opened");
    gateway.at("/venues", page("{\"id\": \"" + VENUE + "\", \"day\": \"2026-01-05\"}"));
    assertThat(run.run("market", "board").out()).contains("not opened");
  }

  @Test
  void
      a_book_has_the_dearest_offer_on_top_and_the_instrument_need_not_be_said_when_it_is_the_only_one() {
    gateway.at(
        "/market/" + INSTRUMENT + "/book",
        """
        {"instrument": "%s", "base": 9500, "tick": 1, "imbalancePerMille": -563,
         "limits": {"lowest": 8550, "highest": 10450},
         "sells": [{"price": 9500, "tonnes": 10, "listings": 1},
                   {"price": 9600, "tonnes": 1500, "listings": 2}],
         "buys": [{"price": 9400, "tonnes": 7, "listings": 1}]}
        """
            .formatted(INSTRUMENT));

    Result result = run.run("market", "book");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("(?s)sell +96\\.00 +1,500 +2.*sell +95\\.00 +10 .*buy +94\\.00 +7 ")
        .contains("limits 85.50 – 104.50")
        .contains("-56.3 %");
  }

  @Test
  void bars_and_trades_are_in_yuan_and_own_trades_are_asked_for_with_the_key() {
    gateway.at(
        "/market/" + INSTRUMENT + "/bars",
        page("{\"day\": \"2026-03-02\", \"open\": 9500, \"close\": 9533, \"value\": 14300000}"));
    gateway.at(
        "/trades",
        page(
            """
            {"at": "2026-03-02T02:00:00Z", "instrument": "%s", "number": 7, "mode": "LISTED",
             "price": 9500, "tonnes": 10, "gross": 95000, "buyer": "%s", "seller": "S",
             "buyerFee": 570, "buyerSettlementFee": 30, "sellerFee": 1}
            """
                .formatted(INSTRUMENT, SIGNER)));

    assertThat(run.run("market", "bars", INSTRUMENT).out()).contains("95.33", "143,000.00");
    Result all = run.run("market", "trades", "--day", "2026-03-02");
    Result mine = run.run("market", "trades", "--mine");

    assertThat(all.out()).contains("950.00").doesNotContain("bought");
    assertThat(mine.out()).containsPattern("bought +95\\.00 +10 +950\\.00 +6\\.00 +S");
    List<ScriptedGateway.Asked> asked =
        gateway.asked().stream().filter(each -> each.line().contains("/trades")).toList();
    assertThat(asked.get(0).line()).endsWith("/trades?limit=50&day=2026-03-02");
    assertThat(asked.get(0).authorization()).isEmpty();
    assertThat(asked.get(1).line()).endsWith("/trades?limit=50&party=" + SIGNER);
    assertThat(asked.get(1).authorization()).startsWith("Bearer ");
  }

  @Test
  void a_listing_to_sell_takes_the_only_batch_and_its_price_is_typed_in_yuan() {
    gateway.at(
        "/holdings",
        "{\"items\": [{\"batch\": \"CN-GCS-632626-20210001-2021-001\"}, {\"batch\": \""
            + BATCH
            + "\"}], \"total\": 2}");

    JsonNode args = signed("market", "list", "--quantity", "100", "--price", "94.90");

    assertThat(args)
        .isEqualTo(
            Codec.read(
                """
                {"batch": "%s", "instrument": "%s", "price": 9490, "quantity": 100, "side": "SELL"}
                """
                    .formatted(BATCH, INSTRUMENT),
                JsonNode.class));
  }

  @Test
  void of_several_batches_or_instruments_none_is_guessed() {
    gateway.at(
        "/holdings",
        "{\"items\": [{\"batch\": \"CN-GCS-152502-20240001-2025-002\"}, {\"batch\": \""
            + BATCH
            + "\"}], \"total\": 2}");
    Result batches =
        run.run("market", "list", INSTRUMENT, "--quantity", "1", "--price", "94.90", "--sign-only");
    gateway.at(
        "/market", "{\"items\": [{\"instrument\": \"A\"}, {\"instrument\": \"B\"}], \"total\": 2}");
    Result instruments =
        run.run("market", "bid", "--quantity", "1", "--price", "94.90", "--sign-only");

    assertThat(batches.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(batches.err()).contains("--batch", BATCH, "CN-GCS-152502-20240001-2025-002");
    assertThat(instruments.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(instruments.err()).contains("INSTRUMENT", "2 instruments are traded: A, B");
  }

  @Test
  void who_holds_nothing_of_it_is_told_where_to_look() {
    gateway.at("/holdings", "{\"items\": [], \"total\": 0}");

    Result result = run.run("market", "list", INSTRUMENT, "--quantity", "1", "--price", "94.90");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("no credits of " + INSTRUMENT, "grassland holding list");
  }

  @Test
  void a_wish_to_buy_has_no_batch_and_a_taking_buys_and_takes_a_part_unless_it_is_said_otherwise() {
    assertThat(signed("market", "bid", "--quantity", "5", "--price", "94.00").toString())
        .isEqualTo(
            "{\"instrument\":\""
                + INSTRUMENT
                + "\",\"price\":9400,\"quantity\":5,\"side\":\"BUY\"}");
    assertThat(signed("market", "take", "--quantity", "5", "--limit", "95.00").toString())
        .isEqualTo(
            "{\"allOrNothing\":false,\"instrument\":\""
                + INSTRUMENT
                + "\",\"limit\":9500,\"quantity\":5,\"side\":\"BUY\"}");
    gateway.at("/holdings", page("{\"batch\": \"" + BATCH + "\"}"));
    assertThat(
            signed("market", "take", "--side", "SELL", "--quantity", "5", "--limit", "95.00")
                .path("batch")
                .asString())
        .isEqualTo(BATCH);
  }

  @Test
  void a_price_without_a_decimal_point_is_not_taken_for_either() {
    Result result = run.run("market", "bid", "--quantity", "5", "--price", "9400");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--price", "\"9400\" is not right", "yuan with a decimal point");
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void a_refusal_says_what_to_look_at() {
    gateway.refuses(422, "PRICE_OUTSIDE_LIMITS", false);

    Result result = run.run("market", "bid", INSTRUMENT, "--quantity", "5", "--price", "194.00");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("PRICE_OUTSIDE_LIMITS", "See: grassland market book");
  }

  @Test
  void a_purchase_shows_what_it_costs_asks_signs_each_taking_and_says_what_was_had() {
    gateway.at("/market/quote", QUOTE).answers(200, TAKEN);

    Result result =
        run.answering("y")
            .run("market", "buy", "200", "--max-price", "96.00", "--vintage", "2024,2025");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern(INSTRUMENT + " +100 +95\\.00 +9,500\\.00 +57\\.00 +9,557\\.00")
        .contains("with fees 19,174.36 yuan")
        .containsPattern(INSTRUMENT + " +90 +100 +8,601\\.30 +APPLIED")
        .contains("bought 180 t for 17,202.60 yuan");
    assertThat(Codec.read(gateway.asked().get(0).body(), JsonNode.class))
        .isEqualTo(
            Codec.read(
                "{\"asset\":\"CNY\",\"maxPrice\":9600,\"tonnes\":200,\"vintages\":[2024,2025]}",
                JsonNode.class));
    List<SignedInstruction.Payload> sent =
        gateway.asked().stream()
            .filter(each -> each.line().endsWith("/instructions"))
            .map(each -> Jws.verify(each.body(), key.jwk()))
            .toList();
    assertThat(sent)
        .hasSize(2)
        .extracting(SignedInstruction.Payload::action)
        .containsOnly("takeListings");
    assertThat(sent)
        .extracting(each -> each.args().toString())
        .containsExactlyInAnyOrder(
            "{\"allOrNothing\":false,\"instrument\":\""
                + INSTRUMENT
                + "\",\"limit\":9500,\"quantity\":100,\"side\":\"BUY\"}",
            "{\"allOrNothing\":false,\"instrument\":\"GCS-152502-2024-0001-2024\",\"limit\":9560,\"quantity\":100,\"side\":\"BUY\"}");
    assertThat(new Outbox(folder.resolve("outbox")).pending()).isEmpty();
  }

  /** A command, with what its credits are used for. */
  private static String[] retiring(String purpose, String... words) {
    return Stream.concat(
            Stream.of(words),
            Stream.of(
                "--retire-purpose",
                purpose,
                "--retire-reason",
                "CORPORATE_INVENTORY",
                "--retire-beneficiary-name-zh",
                "示例企业",
                "--retire-beneficiary-name-en",
                "Example company",
                "--retire-statement",
                "For 2025"))
        .toArray(String[]::new);
  }

  @Test
  void what_is_bought_is_retired_at_once_when_it_is_said_what_for() {
    String retired =
        TAKEN.replace(
            "\"postings\": [",
            "\"postings\": [{\"amount\": 90, \"asset\": \""
                + BATCH
                + "\", \"serials\": [\"11-100\"], \"source\": \"held:"
                + SIGNER
                + "\", \"destination\": \"retired:x\"},");
    gateway.at("/market/quote", QUOTE).answers(200, retired);

    Result result = run.run(retiring("VOLUNTARY", "market", "buy", "200", "--retire", "--yes"));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("bought 180 t for 17,202.60 yuan")
        .containsPattern("certificate number +R-" + BATCH + "-11")
        .contains("grassland retirement show R-" + BATCH + "-11");
    JsonNode use =
        Codec.read(
            """
            {"beneficiary": {"name": {"en": "Example company", "zh": "示例企业"}},
             "purpose": "VOLUNTARY", "reason": "CORPORATE_INVENTORY", "statement": "For 2025"}
            """,
            JsonNode.class);
    assertThat(gateway.asked().stream().filter(each -> each.line().endsWith("/instructions")))
        .hasSize(2)
        .allSatisfy(each -> assertThat(args(each.body()).path("retire")).isEqualTo(use));
    assertThat(
            signed(retiring("VOLUNTARY", "market", "take", "--quantity", "5", "--limit", "95.00"))
                .path("retire"))
        .as("as with a taking by hand")
        .isEqualTo(use);
  }

  @Test
  void who_is_asked_is_told_that_what_is_bought_is_retired_for_good() {
    gateway.at("/market/quote", QUOTE);

    Result no = run.answering("n").run(retiring("VOLUNTARY", "market", "buy", "200"));

    assertThat(no.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.questions())
        .singleElement()
        .asString()
        .contains("retire them at once, for good?");
    assertThat(gateway.asked()).noneMatch(each -> each.line().endsWith("/instructions"));
  }

  private static String usable(long tonnes) {
    return QUOTE.replace(
        "{\"answer\": \"NO_RULE\"}",
        """
        {"basis": "RECORDED", "caps": [{"cap": "OUTSIDE", "left": 150, "limit": 150, "used": 0}],
         "credits": [
          {"bindingCap": "OUTSIDE", "credits": "%s:100", "eligible": true, "reasons": [],
           "tonnes": 100, "usableTonnes": %s},
          {"credits": "GCS-152502-2024-0001-2024:100", "eligible": false,
           "reasons": [{"code": "AROSE_TOO_EARLY", "detail": "they arose from 2024", "detailZh": "产生于 2024",
                        "remedy": "Use credits that arose later.", "remedyZh": "请改用较晚产生的减排量。"}],
           "tonnes": 100, "usableTonnes": 0}],
         "market": "CN-15", "usableTonnes": %s, "year": 2025}
        """
            .formatted(INSTRUMENT, tonnes, tonnes));
  }

  private static String[] complying(String... words) {
    return Stream.concat(
            Stream.of(retiring("COMPLIANCE", words)),
            Stream.of(
                "--retire-beneficiary-code",
                SIGNER.value(),
                "--retire-compliance-market",
                "CN-15",
                "--retire-compliance-year",
                "2025"))
        .toArray(String[]::new);
  }

  @Test
  void what_is_bought_for_compliance_is_signed_only_if_the_market_takes_all_of_it() {
    gateway.at("/market/quote", usable(100));

    Result result = run.run(complying("market", "buy", "200", "--yes"));

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("Of 200 t only 100 t can be used for compliance");
    assertThat(result.out() + result.err())
        .contains("they arose from 2024", "Use credits that arose later", "OUTSIDE");
    assertThat(gateway.asked()).noneMatch(each -> each.line().endsWith("/instructions"));
    assertThat(Codec.read(gateway.asked().get(0).body(), JsonNode.class).path("compliance"))
        .isEqualTo(Codec.read("{\"market\":\"CN-15\",\"year\":2025}", JsonNode.class));
    assertThat(gateway.asked().get(0).authorization())
        .as("what is recorded is for the enterprise's own eyes")
        .startsWith("Bearer ");

    gateway.at("/market/quote", usable(200)).answers(200, TAKEN);
    assertThat(run.run(complying("market", "buy", "200", "--yes")).exitCode()).isZero();
    assertThat(gateway.asked()).anyMatch(each -> each.line().endsWith("/instructions"));
  }

  @Test
  void a_quote_is_asked_for_without_a_key_and_by_typed_bases() {
    gateway.at("/market/quote", usable(100));

    Result result =
        new CommandLineRun(folder)
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address())
            .run(
                "market",
                "quote",
                "200",
                "--max-price",
                "96.00",
                "--market",
                "CN-15",
                "--year",
                "2025",
                "--issued",
                "3000");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out() + result.err())
        .contains("with fees 19,174.36 yuan", "OUTSIDE", "usable in all: 100 t")
        .contains("Use credits that arose later");
    assertThat(Codec.read(gateway.asked().get(0).body(), JsonNode.class))
        .isEqualTo(
            Codec.read(
                "{\"asset\":\"CNY\",\"bases\":{\"issued\":3000},\"compliance\":{\"market\":\"CN-15\",\"year\":2025},"
                    + "\"maxPrice\":9600,\"tonnes\":200}",
                JsonNode.class));
    assertThat(gateway.asked().get(0).authorization()).isNullOrEmpty();
    int asked = gateway.asked().size();
    assertThat(run.run("market", "quote", "200", "--market", "CN-15").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(run.run("market", "quote", "200", "--issued", "5").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).hasSize(asked);
  }

  @Test
  void a_retirement_of_which_something_is_missing_or_wrong_is_told_before_anything_is_asked() {
    Result nothing = run.run("market", "buy", "200", "--yes", "--retire");
    Result some = run.run("market", "buy", "200", "--yes", "--retire-purpose", "VOLUNTARY");
    Result unfounded = run.run(retiring("JUDICIAL_RESTORATION", "market", "buy", "200", "--yes"));

    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err())
        .contains("--retire-purpose", "--retire-reason", "--retire-beneficiary-name-zh")
        .doesNotContain("--retire-document", "--retire-beneficiary-code");
    assertThat(some.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(some.err()).contains("--retire-statement").doesNotContain("--retire-purpose");
    assertThat(unfounded.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unfounded.err()).contains("a judicial restoration names its document");
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void nothing_is_signed_when_the_answer_is_no_or_nobody_can_answer() {
    gateway.at("/market/quote", QUOTE);

    Result nobody = run.run("market", "buy", "200");
    Result no = run.answering("n").run("market", "buy", "200");
    Result programs = run.run("market", "buy", "200", "--json");

    assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nobody.err()).contains("--yes");
    assertThat(no.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(no.err()).contains("Nothing was signed");
    assertThat(programs.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).noneMatch(each -> each.line().endsWith("/instructions"));
  }

  @Test
  void less_than_is_wanted_is_bought_only_when_a_part_will_do() {
    gateway.at("/market/quote", QUOTE.replace("\"tonnes\": 200,", "\"tonnes\": 500,"));
    gateway.answers(200, TAKEN);

    Result all = run.run("market", "buy", "500", "--yes");
    Result part = run.run("market", "buy", "500", "--yes", "--part");
    gateway.at("/market/quote", "{\"cost\": 0, \"found\": 0, \"takings\": [], \"tonnes\": 500}");
    Result nothing = run.run("market", "buy", "500", "--yes", "--part");

    assertThat(all.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(all.err()).contains("Only 200 t fit", "--part");
    assertThat(part.exitCode()).as(part.err()).isZero();
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(nothing.err()).contains("NOT_DONE", "grassland market board");
  }

  @Test
  void a_taking_that_is_refused_is_shown_beside_the_others_and_is_the_exit_code() {
    gateway.at("/market/quote", QUOTE).answers(200, TAKEN).refuses(422, "NOTHING_TO_TAKE", false);

    Result result = run.run("market", "buy", "200", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out())
        .contains("APPLIED")
        .contains("REJECTED NOTHING_TO_TAKE")
        .contains("bought 90 t for 8,601.30 yuan");
    assertThat(result.err()).contains("NOTHING_TO_TAKE");
    assertThat(new Outbox(folder.resolve("outbox")).pending()).isEmpty();
  }

  @Test
  void takings_without_an_outcome_wait_in_the_outbox() {
    gateway.at("/market/quote", QUOTE);
    gateway.answers(
        202, "{\"id\": \"6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11\", \"status\": \"RECEIVED\"}");

    Result result = run.run("market", "buy", "200", "--yes", "--timeout", "1");

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNKNOWN_YET);
    assertThat(result.err()).contains("grassland instruction resume");
    List<InstructionText> kept = new Outbox(folder.resolve("outbox")).pending();
    assertThat(kept).hasSize(2);
    assertThat(run.run("market", "buy", "200", "--yes").exitCode())
        .as("another one is not signed beside them")
        .isEqualTo(ExitCode.WAITS_IN_OUTBOX);
  }

  @Test
  void programs_get_the_quote_and_what_was_had_as_one_document() {
    gateway.at("/market/quote", QUOTE).answers(200, TAKEN);

    Result result = run.run("market", "buy", "200", "--yes", "--json");

    JsonNode document = Codec.read(result.out(), JsonNode.class);
    assertThat(document.path("tonnes").asLong()).isEqualTo(180);
    assertThat(document.path("paid").asLong()).isEqualTo(1_720_260);
    assertThat(document.path("items").size()).isEqualTo(2);
    assertThat(document.at("/quote/cost").asLong()).isEqualTo(1_917_436);
  }

  @Test
  void what_is_typed_wrongly_is_said_before_anything_is_asked() {
    assertThat(run.run("market", "buy", "many").err()).contains("TONNES", "whole tonnes");
    assertThat(run.run("market", "buy", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.run("market", "buy", "5", "--max-price", "96").err()).contains("--max-price");
    assertThat(run.run("market", "buy", "5", "--valid-for", "0").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(run.run("market", "book", "wheat").err()).contains("INSTRUMENT", "GCS-");
    assertThat(run.run("market", "bars", INSTRUMENT, "--limit", "201").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void a_balance_and_a_request_for_money_know_the_only_bank() {
    gateway.at(
        "/cash",
        page(
            """
            {"asset": "CNY", "bank": "91110000100001234L", "owner": "%s", "available": 123456789,
             "frozenAmount": 0, "withdrawingAmount": 5000}
            """
                .formatted(SIGNER)));

    Result balance = run.run("cash", "balance");

    assertThat(balance.out())
        .containsPattern("CNY +91110000100001234L +1,234,567\\.89 +0\\.00 +50\\.00");
    assertThat(signed("cash", "request", "--amount", "1,000.00").toString())
        .isEqualTo("{\"amount\":100000,\"asset\":\"CNY\",\"bank\":\"91110000100001234L\"}");
    Result none = run.run("cash", "request", "--amount", "1.00", "--asset", "CNY-TRAINING");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("no account in CNY-TRAINING");
  }

  @Test
  void what_has_several_pages_is_read_to_its_end_and_what_has_none_is_given_up() {
    String account = "{\"asset\": \"CNY\", \"bank\": \"%s\", \"available\": 1}";
    gateway
        .answers(
            200, "{\"items\": [" + account.formatted("A1") + "], \"next\": \"c1\", \"total\": 2}")
        .answers(200, "{\"items\": [" + account.formatted("B2") + "], \"total\": 2}");
    Result both = run.run("cash", "balance");
    gateway.at("/cash", "{\"items\": [], \"next\": \"c1\", \"total\": 2}");
    Result endless = run.run("cash", "balance");

    assertThat(both.out()).contains("A1", "B2");
    assertThat(gateway.asked().get(1).line()).contains("cursor=c1");
    assertThat(endless.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(endless.err()).contains("NOT_DONE", "too long");
  }

  @Test
  void a_statement_leads_from_what_there_was_to_what_there_is() {
    gateway.at(
        "/statements",
        """
        {"participant": "%s", "cash": [{"asset": "CNY", "bought": 143000, "fees": 858, "lines": [],
          "opening": {"available": 0, "balance": 0}, "other": 0, "paidIn": 1000000, "paidOut": 0,
          "closing": {"available": 856142, "balance": 856142}, "settlementFees": 0,
          "sharesPaid": 0, "sold": 0}],
         "credits": [{"batch": "%s", "opening": {"balance": 0}, "lines": [],
          "closing": {"available": 15, "balance": 15}}],
         "trades": [{"at": "2026-03-02T02:00:00Z", "instrument": "%s", "number": 1, "price": 9500,
          "tonnes": 10, "gross": 95000}]}
        """
            .formatted(SIGNER, BATCH, INSTRUMENT));

    Result day = run.run("statement", "day", "2026-03-02");
    Result period = run.run("statement", "period", "--from", "2026-01-01", "--to", "2026-03-31");
    Result backwards = run.run("statement", "period", "--from", "2026-03-31", "--to", "2026-01-01");

    assertThat(day.out())
        .containsPattern("paid in +10,000\\.00")
        .containsPattern("bought +-1,430\\.00")
        .containsPattern("trading fees +-8\\.58")
        .containsPattern("closing +8,561\\.42")
        .containsPattern(BATCH + " +0 +15 +15");
    assertThat(period.exitCode()).as(period.err()).isZero();
    assertThat(gateway.asked())
        .extracting(ScriptedGateway.Asked::line)
        .containsExactly(
            "GET /api/v1/statements?from=2026-03-02&to=2026-03-02",
            "GET /api/v1/statements?from=2026-01-01&to=2026-03-31");
    assertThat(gateway.asked().get(0).authorization()).startsWith("Bearer ");
    assertThat(backwards.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_sealed_bid_is_kept_for_its_owner_and_is_what_is_revealed() throws IOException {
    String auction = "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6";
    String[] seal = {"auction", "seal", auction, "--price", "96.00", "--quantity", "2000", "--out"};

    Result sealed = run.run(with(seal, "bid.json"));
    Result other = run.run(with(seal, "other.json"));
    Result twice = run.run(with(seal, "bid.json"));
    JsonNode revealed = signed("auction", "reveal", "--file", "bid.json");

    assertThat(sealed.exitCode()).as(sealed.err()).isZero();
    SealedBid bid =
        new SealedBid(
            new InstructionId(auction),
            SIGNER,
            Fen.of(9_600),
            Tonnes.of(2_000),
            revealed.path("salt").asString());
    assertThat(sealed.out().strip()).isEqualTo(bid.digest().value());
    assertThat(other.out()).as("each has a salt of its own").isNotEqualTo(sealed.out());
    assertThat(revealed.path("price").asLong()).isEqualTo(9_600);
    assertThat(twice.exitCode())
        .as("no bid is written over another")
        .isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("bid.json"))))
        .isEqualTo("rw-------");
    assertThat(gateway.asked()).isEmpty();
  }

  private static String[] with(String[] words, String last) {
    return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  void lists_and_records_that_are_made_from_the_views_show_yuan_and_programs_get_fen() {
    String listing =
        """
        {"id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11", "instrument": "%s", "side": "SELL",
         "price": 949000, "remaining": 5, "state": "OPEN"}
        """
            .formatted(INSTRUMENT);
    gateway.at("/listings", page(listing)).at("/listings/", listing);

    assertThat(run.run("listing", "list").out()).contains("Price (yuan/t)", "9,490.00");
    assertThat(run.run("listing", "show", "x").out()).contains("9,490.00 yuan");
    assertThat(run.run("listing", "show", "x", "--json").out()).contains("\"price\":949000");
  }

  @Test
  void without_a_key_one_is_asked_for() {
    CommandLineRun keyless =
        new CommandLineRun(folder)
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address());
    for (String[] words :
        List.of(
            new String[] {"market", "buy", "5"},
            new String[] {"market", "trades", "--mine"},
            new String[] {"cash", "balance"},
            new String[] {"exchange", "run", "--once"})) {
      Result result = keyless.run(words);
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("A key is needed");
    }
  }
}
