// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.OffsetChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, a gateway answers as it has described. For longer, and with other draws:
 * {@code -Dgrassland.fuzz.seconds=60 -Dgrassland.fuzz.seed=7}.
 */
class ApiFuzzTest {
  private static final long SECONDS = Long.getLong("grassland.fuzz.seconds", 8);
  private static final long SEED = Long.getLong("grassland.fuzz.seed", 20261130L);

  private RunningGateway gateway;
  private final List<Person> people = new ArrayList<>();

  @BeforeEach
  void start() {
    gateway = RunningGateway.start();
    // One address asks for all: its share of the gateway is not what is tried here.
    gateway.restart(
        "--grassland.rate-limit.per-second=0", "--grassland.rate-limit.reads-per-second=0");
    gateway.awaitReady();
    OpenMarket open = OpenMarket.of(gateway, 0, "FUZZ");
    open.market().sell(Part.OWNER, 50, 9_500);
    open.market().take(Part.BUYER, 20, 9_500);
    BatchId batch =
        new BatchId(
            RunningGateway.json(gateway.get("/api/v1/batches")).at("/items/0/id").asString());
    CreditChapter credits = new CreditChapter(open.stage(), batch);
    credits.transfer(Part.OWNER, Part.TRADER, 30);
    credits.retire(Part.TRADER, 5);
    OffsetChapter offsets = new OffsetChapter(open.stage(), PublishedOffsets.EXAMPLE_MARKET, 2025);
    PublishedOffsets.all().forEach(offsets::publish);
    offsets.confirm(Part.TRADER, 1_000);
    offsets.surrender(Part.TRADER, batch, 5);
    people.add(gateway.authority());
    people.add(gateway.innerMongolia());
    people.add(gateway.beijing());
    for (Part part :
        new Part[] {Part.OWNER, Part.TRADER, Part.BUYER, Part.VERIFIER, Part.BANK, Part.EXCHANGE}) {
      people.add(open.stage().person(part));
    }
    people.add(gateway.admit(RunningGateway.BEIJING, Role.COURT));
    people.add(gateway.admit(RunningGateway.BEIJING, Role.AUDITOR));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whatever_is_asked_is_answered_as_described_and_nothing_breaks() {
    Fuzzer fuzzer = new Fuzzer(gateway, people, SEED);
    fuzzer.run(Duration.ofSeconds(SECONDS));
    String drawn = "seed " + SEED + ", " + fuzzer.requests() + " requests, " + fuzzer.statuses();
    System.out.println("fuzzed: " + drawn);
    assertThat(fuzzer.findings())
        .as(drawn + "\n\n" + String.join("\n\n", fuzzer.findings()))
        .isEmpty();
    assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

    Set<String> unanswered = new TreeSet<>();
    fuzzer.operations().forEach(each -> unanswered.add(each.toString()));
    unanswered.removeAll(fuzzer.answered());
    assertThat(fuzzer.statuses())
        .as("it has been answered and refused")
        .containsKeys("200", "400", "401", "404");
    System.out.println("never answered with 200: " + unanswered);
  }
}
