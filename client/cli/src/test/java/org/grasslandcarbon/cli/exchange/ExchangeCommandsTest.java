// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ExitCode;
import org.grasslandcarbon.cli.ScriptedGateway;
import org.grasslandcarbon.client.Jws;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An exchange's commands, by way of a gateway. */
class ExchangeCommandsTest {
  private static final ParticipantId EXCHANGE = new ParticipantId("91110000600037341L");
  private static final String VENUE = EXCHANGE + "-CBGEX";
  private static final String INSTRUMENT = "GCS-152502-2024-0001-2025";

  @TempDir Path folder;

  /** Of each test: one of them may be the first of a new day. */
  private final LocalDate today = BeijingTime.day(Instant.now());

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(EXCHANGE, "exchange", key, false).write(folder.resolve("exchange.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_KEY", "exchange.json")
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_OUTBOX", "outbox");
    venue(today.minusDays(1));
    book(today.minusDays(1), true, 0);
    // All day, so that it is never too early or too late for the test.
    String hours = "{\"hours\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]}";
    gateway.at(
        "/trading-rules/" + VENUE,
        "{\"terms\": {\"listing\": %1$s, \"block\": %1$s, \"auction\": %1$s, \"forward\": %1$s}}"
            .formatted(hours));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** The only venue of the exchange, beside another's. */
  private void venue(LocalDate newest) {
    String own =
        "{\"id\": \"%s\", \"day\": \"%s\", \"training\": true, \"rules\": [\"2026-01-01\"]}"
            .formatted(VENUE, newest);
    gateway.at(
        "/venues", "{\"items\": [{\"id\": \"91110000100001234L-X1\"}, " + own + "], \"total\": 2}");
    gateway.at("/venues/" + VENUE, own);
  }

  private void book(LocalDate day, boolean closed, int listings) {
    String sells = String.join(", ", Collections.nCopies(listings, "{}"));
    gateway.at(
        "/market",
        """
        {"items": [{"instrument": "%s", "venue": "%s", "buys": [], "sells": [%s], "fees": 0,
          "day": {"date": "%s", "closed": %b, "rule": 1}}], "total": 1}
        """
            .formatted(INSTRUMENT, VENUE, sells, day, closed));
  }

  private List<SignedInstruction.Payload> sent() {
    return gateway.asked().stream()
        .filter(each -> each.line().endsWith("/instructions"))
        .map(each -> Jws.verify(each.body(), key.jwk()))
        .toList();
  }

  private static String applied(String references) {
    return """
        {"id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11", "status": "APPLIED", "block": 17,
         "references": [%s], "postings": []}
        """
        .formatted(references);
  }

  @Test
  void once_does_what_is_due_and_ends_with_0() {
    gateway.answers(200, applied(""));

    Result result = run.run("exchange", "run", "--once");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("+08:00  " + VENUE + "  opened " + today + ", block #17");
    assertThat(result.out().lines()).hasSize(1);
    assertThat(sent()).hasSize(1);
    assertThat(sent().get(0).action()).isEqualTo("openTradingDay");
    assertThat(sent().get(0).args().toString())
        .isEqualTo("{\"day\":\"" + today + "\",\"venue\":\"" + VENUE + "\"}");
  }

  @Test
  void once_on_a_day_that_is_open_has_nothing_to_do_and_ends_with_0() {
    venue(today);

    Result result = run.run("exchange", "run", "--once");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(sent()).isEmpty();
  }

  @Test
  void two_runs_sign_under_ids_of_their_own() {
    gateway.answers(200, applied(""));

    run.run("exchange", "run", "--once");
    run.run("exchange", "run", "--once");

    assertThat(sent()).hasSize(2).extracting(each -> each.id().value()).doesNotHaveDuplicates();
  }

  @Test
  void once_ends_with_1_and_a_sentence_when_the_ledger_refuses_or_the_key_is_refused() {
    gateway.refuses(422, "BAD_TRADING_RULE", false);
    Result refused = run.run("exchange", "run", "--once");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).contains("not opened " + today + ", refused BAD_TRADING_RULE");
    assertThat(refused.err()).contains("1 things that are due were not done");
  }

  @Test
  void a_key_that_is_not_the_exchanges_any_more_stops_it() {
    gateway.refuses(401, "KEY_REVOKED", false);

    Result result = run.run("exchange", "run", "--once");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("The key is refused", "KEY_REVOKED");
  }

  @Test
  void once_without_a_gateway_ends_with_3() {
    Result result =
        run.run("exchange", "run", "--once", "--venue", VENUE, "--gateway", "http://localhost:1");

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(result.err()).contains("GATEWAY_UNREACHABLE");
  }

  @Test
  void programs_get_a_document_a_line() {
    gateway.answers(200, applied(""));

    Result result = run.run("exchange", "run", "--once", "--json");

    JsonNode line = Codec.read(result.out(), JsonNode.class);
    assertThat(line.path("event").asString()).isEqualTo("OPENED");
    assertThat(line.path("subject").asString()).isEqualTo(today.toString());
    assertThat(line.path("venue").asString()).isEqualTo(VENUE);
  }

  @Test
  void closing_by_hand_asks_and_goes_on_until_nothing_is_left() {
    book(today, false, 2);
    gateway
        .answers(200, applied("{\"type\": \"listingsLeft\", \"id\": \"30\"}"))
        .answers(200, applied("{\"type\": \"listingsLeft\", \"id\": \"0\"}"));

    Result nobody = run.run("exchange", "close");
    Result no = run.answering("n").run("exchange", "close");
    assertThat(sent()).isEmpty();
    Result yes = run.answering("y").run("exchange", "close");

    assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nobody.err()).contains("--yes");
    assertThat(no.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(yes.exitCode()).as(yes.err()).isZero();
    assertThat(yes.out()).contains("30 listings left").contains("closed " + INSTRUMENT + ", block");
    assertThat(sent())
        .extracting(SignedInstruction.Payload::action)
        .containsExactly("closeTradingDay", "closeTradingDay");
  }

  @Test
  void what_is_closed_is_not_closed_again_and_a_stranger_is_named() {
    Result closed = run.run("exchange", "close", "--yes");
    Result stranger = run.run("exchange", "close", "GCS-152502-2024-0001-1999", "--yes");

    assertThat(closed.exitCode()).isZero();
    assertThat(closed.err()).contains("No instrument is to be closed");
    assertThat(stranger.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(stranger.err()).contains("GCS-152502-2024-0001-1999", "grassland market board");
    assertThat(sent()).isEmpty();
  }

  @Test
  void opening_by_hand_means_the_only_venue_and_today() {
    gateway.answers(200, applied(""));

    Result result = run.run("exchange", "open");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(sent().get(0).args().toString())
        .isEqualTo("{\"day\":\"" + today + "\",\"venue\":\"" + VENUE + "\"}");
  }

  @Test
  void only_the_exchange_of_a_venue_keeps_its_clerk_or_closes_it() {
    for (String verb : List.of("run", "close")) {
      Result result = run.run("exchange", verb, "--venue", "91110000100001234L-X1");
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("91110000100001234L's", EXCHANGE.value());
    }
    gateway.at("/venues", "{\"items\": [{\"id\": \"91110000100001234L-X1\"}], \"total\": 1}");
    assertThat(run.run("exchange", "run", "--once").err())
        .contains("No venues are the signer's", "--venue");
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_halt_says_why() {
    gateway.answers(200, applied(""));

    run.run("exchange", "halt", INSTRUMENT, "--reason", "Unusual prices are examined.");

    assertThat(sent().get(0).action()).isEqualTo("haltInstrument");
    assertThat(run.run("exchange", "halt", INSTRUMENT).err()).contains("--reason is missing");
  }
}
