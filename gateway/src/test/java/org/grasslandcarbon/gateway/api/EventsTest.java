// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What is told live, over real connections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsTest {
  private static final String EVENTS = "/api/v1/events";

  private final RunningGateway gateway;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Listening> open = new ArrayList<>();

  EventsTest() {
    // Of its own: what others do at the same time would be told as well.
    this.gateway = RunningGateway.start();
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @AfterEach
  void leave() {
    open.forEach(Listening::close);
    open.clear();
  }

  /**
   * An event as it was told.
   *
   * @param id its position
   * @param name its name
   * @param data the act
   */
  private record Event(String id, String name, JsonNode data) {
    String action() {
      return data.path("action").asString("");
    }
  }

  /** A connection. */
  private static final class Listening implements AutoCloseable {
    private final BufferedReader lines;

    private Listening(InputStream in) {
      lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next event; nothing when the stream has ended. */
    Optional<Event> next() {
      try {
        String id = null;
        String name = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("event: ")) {
            name = line.substring(7);
          } else if (line.startsWith("data: ")) {
            return Optional.of(
                new Event(
                    id,
                    name,
                    org.grasslandcarbon.domain.json.Codec.readTree(
                        line.substring(6).getBytes(StandardCharsets.UTF_8))));
          }
        }
        return Optional.empty();
      } catch (IOException ended) {
        return Optional.empty();
      }
    }

    /** Everything up to the word that nothing has been missed. */
    List<Event> untilReady() {
      List<Event> events = new ArrayList<>();
      for (Event event = next().orElseThrow(); ; event = next().orElseThrow()) {
        events.add(event);
        if (event.name().equals("ready")) {
          return events;
        }
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Listening listen(URI address, Optional<Person> who, String lastId) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    who.ifPresent(each -> request.header("Authorization", "Bearer " + each.token()));
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      Listening listening = new Listening(answer.body());
      open.add(listening);
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Event> since(String position, Optional<Person> who, String query) {
    List<Event> events = listen(gateway.uri(EVENTS + query), who, position).untilReady();
    return events.subList(0, events.size() - 1);
  }

  private List<String> actions(String position, Optional<Person> who, String query) {
    return since(position, who, query).stream().map(Event::action).toList();
  }

  private String now() {
    return listen(gateway.uri(EVENTS), Optional.empty(), "").untilReady().get(0).id();
  }

  @Test
  void each_is_told_its_own_and_nobody_else_hears_of_it() {
    Person bank = gateway.admit(RunningGateway.BEIJING, Role.BANK);
    Person otherBank = gateway.admit(RunningGateway.BEIJING, Role.BANK);
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Person stranger = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    CashChapter cash =
        new CashChapter(
            new GatewayStage(gateway).with(Part.BANK, bank).with(Part.TRADER, trader),
            Asset.CNY_TRAINING);
    String before = now();
    cash.deposit(Part.TRADER, 1_000);
    cash.bind(Part.TRADER);
    cash.request(Part.TRADER, 200);

    List<String> all =
        List.of("depositCash", "bindBankAccount", "confirmBankAccount", "requestWithdrawal");
    assertThat(actions(before, Optional.of(trader), "")).isEqualTo(all);
    assertThat(actions(before, Optional.of(bank), ""))
        .as("also what others sign that is for the bank to answer")
        .isEqualTo(all);
    assertThat(actions(before, Optional.of(gateway.innerMongolia()), ""))
        .as("what its participants do, and not what the bank of another province does")
        .containsExactly("depositCash", "bindBankAccount", "requestWithdrawal");
    assertThat(actions(before, Optional.of(gateway.innerMongolia()), "?participant=self"))
        .isEmpty();
    for (Person other : List.of(stranger, otherBank)) {
      assertThat(actions(before, Optional.of(other), "")).isEmpty();
    }
    assertThat(actions(before, Optional.of(gateway.beijing()), ""))
        .as("what the bank of its province does")
        .containsExactly("depositCash", "confirmBankAccount");
    assertThat(actions(before, Optional.empty(), "")).isEmpty();

    List<Event> own = since(before, Optional.of(trader), "?participant=self");
    assertThat(own).extracting(Event::action).isEqualTo(all);
    assertThat(actions(own.get(1).id(), Optional.of(trader), "")).isEqualTo(all.subList(2, 4));
    Event request = own.get(3);
    assertThat(request.name()).isEqualTo("act");
    assertThat(request.data().path("participant").asString()).isEqualTo(trader.id().value());
    assertThat(request.data().at("/references/0/type").asString()).isEqualTo("withdrawal");
    assertThat(gateway.getAs(trader, request.data().path("link").asString()).statusCode())
        .isEqualTo(200);
    assertThat(actions(before, Optional.of(trader), "?action=bindBankAccount"))
        .containsExactly("bindBankAccount");
    assertThat(actions(before, Optional.of(trader), "?kind=cash"))
        .contains("depositCash", "requestWithdrawal");
  }

  @Test
  void what_is_public_is_told_to_everybody_by_project_and_instrument() {
    String before = now();
    OpenMarket open = OpenMarket.of(gateway, 7, "EVENTS");
    List<Event> all = since(before, Optional.empty(), "");
    assertThat(all)
        .extracting(Event::action)
        .contains("proposeProject", "submitMonitoringReport", "issueCredits", "openInstrument")
        .doesNotContain("depositCash");
    String project =
        all.stream()
            .filter(each -> each.action().equals("proposeProject"))
            .findFirst()
            .orElseThrow()
            .data()
            .path("id")
            .asString();
    assertThat(actions(before, Optional.empty(), "?project=" + project))
        .contains("proposeProject", "registerProject", "verifyMonitoringReport", "issueCredits")
        .doesNotContain("admitParticipant", "openInstrument");
    assertThat(actions(before, Optional.empty(), "?instrument=" + open.market().instrument()))
        .contains("issueCredits", "openInstrument")
        .doesNotContain("proposeProject", "admitParticipant");
    assertThat(actions(before, Optional.empty(), "?project=" + Person.newInstruction())).isEmpty();
  }

  @Test
  void who_asks_only_how_it_would_be_answered_takes_no_place() {
    int acts = gateway.bean(ActFeed.class).seatsTaken();
    int market = gateway.bean(MarketFeed.class).seatsTaken();
    for (String path : List.of(EVENTS, "/api/v1/market/events")) {
      HttpResponse<String> answer =
          gateway.exchange(
              HttpRequest.newBuilder(gateway.uri(path))
                  .method("HEAD", HttpRequest.BodyPublishers.noBody()));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
    }
    assertThat(gateway.bean(ActFeed.class).seatsTaken()).isLessThanOrEqualTo(acts);
    assertThat(gateway.bean(MarketFeed.class).seatsTaken()).isLessThanOrEqualTo(market);
  }

  @Test
  void what_happens_is_told_while_one_listens() {
    Listening anybody =
        listen(gateway.uri(EVENTS + "?action=admitParticipant"), Optional.empty(), "");
    anybody.untilReady();
    Person admitted = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Event event = anybody.next().orElseThrow();
    assertThat(event.data().at("/references/0/id").asString()).isEqualTo(admitted.id().value());
  }

  @Test
  void whose_key_is_revoked_or_who_is_suspended_hears_no_more() {
    Person office = gateway.innerMongolia();
    Person suspended = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Person revoked = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Person other = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    List<Listening> each = new ArrayList<>();
    for (Person person : List.of(suspended, revoked, other)) {
      Listening listening =
          listen(gateway.uri(EVENTS + "?action=reinstateParticipant"), Optional.of(person), "");
      listening.untilReady();
      each.add(listening);
    }
    gateway.send(office, new SuspendParticipant(suspended.id(), "practice"));
    assertThat(each.get(0).next()).isEmpty();
    gateway.send(office, new RevokeKey(new KeyId(revoked.kid()), revoked.id(), "practice"));
    assertThat(each.get(1).next()).isEmpty();
    gateway.send(
        office,
        new org.grasslandcarbon.domain.participant.ReinstateParticipant(
            suspended.id(), "practice"));
    assertThat(each.get(2).next().orElseThrow().action()).isEqualTo("reinstateParticipant");
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    assertThat(gateway.get(EVENTS + "?participant=self").statusCode()).isEqualTo(401);
    assertThat(
            gateway.getAs(trader, EVENTS + "?participant=" + gateway.authority().id()).statusCode())
        .isEqualTo(403);
    for (String wrong :
        List.of(
            "?action=transferAll", "?kind=nothing", "?project=1", "?instrument=1", "?since=1")) {
      assertThat(gateway.get(EVENTS + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(gateway.get(EVENTS, "Last-Event-ID", "yesterday").statusCode()).isEqualTo(400);
    assertThat(gateway.get(EVENTS, "Authorization", "Bearer nobody").statusCode()).isEqualTo(401);
  }

  @Test
  void who_listens_is_let_go_when_the_gateway_stops_and_keeps_it_from_nothing() throws IOException {
    Listening listening;
    Instant begin;
    try (ConfigurableApplicationContext another =
        gateway.startAnother(
            Files.createTempDirectory("events"), "--server.port=0", "--management.server.port=0")) {
      String port = another.getEnvironment().getProperty("local.server.port");
      listening = listen(URI.create("http://127.0.0.1:" + port + EVENTS), Optional.empty(), "");
      listening.untilReady();
      begin = Instant.now();
    }
    assertThat(Duration.between(begin, Instant.now()))
        .as("a server waits half a minute for what is being answered")
        .isLessThan(Duration.ofSeconds(25));
    assertThat(listening.next()).isEmpty();
  }

  @Test
  void what_is_too_long_ago_is_not_told_one_by_one_and_a_participant_has_so_many_places()
      throws IOException {
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    try (ConfigurableApplicationContext another =
        gateway.startAnother(
            Files.createTempDirectory("events"),
            "--server.port=0",
            "--management.server.port=0",
            "--grassland.events.backlog=3",
            "--grassland.events.listeners-per-caller=2")) {
      another
          .getBean(ProjectionProgress.class)
          .whenCaughtUp()
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
      URI there =
          URI.create(
              "http://127.0.0.1:"
                  + another.getEnvironment().getProperty("local.server.port")
                  + EVENTS);
      List<Event> told = listen(there, Optional.empty(), "0-0").untilReady();
      assertThat(told).extracting(Event::name).containsExactly("missed", "ready");
      assertThat(told.get(0).data().path("block").asLong())
          .isEqualTo(told.get(1).data().path("block").asLong());
      listen(there, Optional.of(trader), "").untilReady();
      listen(there, Optional.of(trader), "").untilReady();
      assertThat(
              gateway.status(
                  HttpRequest.newBuilder(there)
                      .header("Authorization", "Bearer " + trader.token())))
          .isEqualTo(429);
      assertThat(gateway.status(HttpRequest.newBuilder(there))).isEqualTo(200);
    }
  }
}
