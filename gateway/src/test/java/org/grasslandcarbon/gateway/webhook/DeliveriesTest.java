// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.grasslandcarbon.client.ReceivedDelivery;
import org.grasslandcarbon.domain.example.CashChapter;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Retention;
import org.grasslandcarbon.gateway.testing.GatewayStage;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.gateway.testing.TlsAuthority;
import org.grasslandcarbon.gateway.testing.TlsReceiver;
import org.grasslandcarbon.gateway.testing.TlsReceiver.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Subscriptions over HTTP, and deliveries over TLS, at a gateway that may send to this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeliveriesTest {
  private static final String WEBHOOKS = "/api/v1/webhooks";

  private final RunningGateway gateway;
  private final TlsAuthority authority = new TlsAuthority();
  private final TlsReceiver receiver = new TlsReceiver(authority, "localhost");
  private final Path data;
  private ConfigurableApplicationContext application;

  DeliveriesTest() throws IOException {
    // Of its own: what others do at the same time would be sent as well.
    this.gateway = RunningGateway.start();
    this.data = Files.createTempDirectory("deliveries");
    start();
  }

  private void start(String... more) throws IOException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--grassland.webhooks.allowed-addresses=127.0.0.0/8,::1/128",
                "--grassland.webhooks.ports=" + receiver.port(),
                "--grassland.webhooks.trust=" + authority.pem(data.resolve("trusted.pem")),
                "--grassland.webhooks.first-retry=50ms",
                "--grassland.webhooks.retry-most=100ms"));
    settings.addAll(more.length == 0 ? List.of("--grassland.webhooks.attempts=3") : List.of(more));
    application = gateway.startAnother(data, settings.toArray(String[]::new));
    application
        .getBean(ProjectionProgress.class)
        .whenCaughtUp()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  @AfterAll
  void stop() {
    application.close();
    receiver.close();
    gateway.close();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited for a condition").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> call(Person who, String method, String path, String body) {
    String port = application.getEnvironment().getProperty("local.server.port");
    return gateway.exchange(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + WEBHOOKS + path))
            .header("Authorization", "Bearer " + who.token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode read(Person who, String path) {
    HttpResponse<String> answer = call(who, "GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  private String url(String path) {
    return "https://localhost:" + receiver.port() + path;
  }

  /** Subscribes, and answers with subscription and secret. */
  private JsonNode subscribe(Person who, String path, String more) {
    HttpResponse<String> answer =
        call(who, "POST", "", "{\"url\":\"" + url(path) + "\"" + more + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningGateway.json(answer);
  }

  private static String id(JsonNode made) {
    return made.at("/webhook/id").asString();
  }

  private List<Received> at(String path) {
    return receiver.received().stream()
        .filter(each -> each.line().startsWith("POST " + path + " "))
        .toList();
  }

  private static JsonNode event(Received received, JsonNode made) {
    return ReceivedDelivery.verified(
            received.headers(), received.body(), made.path("secret").asString(), Instant.now())
        .event();
  }

  private List<String> actions(String path, JsonNode made) {
    return at(path).stream().map(each -> event(each, made).at("/data/action").asString()).toList();
  }

  /** Admits somebody, which everybody may see. */
  private Person act() {
    return admit(RunningGateway.XILINHOT, Role.TRADER);
  }

  /** A gateway that runs knows of it by then, and takes the token of whoever was admitted. */
  private Person admit(RegionCode region, Role role) {
    Person admitted = gateway.admit(region, role);
    long block = gateway.bean(ProjectionProgress.class).block();
    if (application.isActive()) {
      await(() -> application.getBean(ProjectionProgress.class).block() >= block);
    }
    return admitted;
  }

  @Test
  void each_owner_is_sent_what_it_may_see_in_order_and_signed() {
    Person trader = act();
    Person stranger = act();
    Person bank = admit(RunningGateway.BEIJING, Role.BANK);
    JsonNode own = subscribe(trader, "/own", ",\"own\":true");
    JsonNode others = subscribe(stranger, "/stranger", "");
    JsonNode banks = subscribe(bank, "/bank", ",\"action\":\"requestWithdrawal\"");
    CashChapter cash =
        new CashChapter(
            new GatewayStage(gateway).with(Part.BANK, bank).with(Part.TRADER, trader),
            Asset.CNY_TRAINING);
    cash.deposit(Part.TRADER, 1_000);
    cash.bind(Part.TRADER);
    cash.request(Part.TRADER, 200);
    act();

    await(() -> at("/own").size() >= 4 && !at("/bank").isEmpty());
    assertThat(actions("/own", own))
        .containsExactly(
            "depositCash", "bindBankAccount", "confirmBankAccount", "requestWithdrawal");
    assertThat(actions("/bank", banks)).containsExactly("requestWithdrawal");
    await(() -> actions("/stranger", others).contains("admitParticipant"));
    assertThat(actions("/stranger", others))
        .doesNotContain("depositCash", "bindBankAccount", "requestWithdrawal");

    Received last = at("/own").get(3);
    JsonNode event = event(last, own);
    assertThat(last.headers())
        .containsEntry("content-type", "application/cloudevents+json; charset=utf-8")
        .containsEntry("webhook-id", event.path("id").asString());
    assertThat(event.path("specversion").asString()).isEqualTo("1.0");
    assertThat(event.path("type").asString())
        .isEqualTo("org.grasslandcarbon.requestWithdrawal.applied");
    assertThat(event.path("source").asString()).isEqualTo("/gateways/grassland-gateway");
    assertThat(event.path("subject").asString()).startsWith("withdrawal/");
    assertThat(event.path("time").asString()).isEqualTo(event.at("/data/at").asString());
    assertThat(gateway.getAs(trader, event.at("/data/link").asString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_fails_is_tried_again_before_anything_else_is_sent() {
    Person who = act();
    receiver.does(
        (request, out) ->
            (request.line().contains("/again") && at("/again").size() < 3
                    ? TlsReceiver.answering(503)
                    : TlsReceiver.answering(200))
                .answer(request, out));
    subscribe(who, "/again", ",\"action\":\"admitParticipant\"");
    act();
    act();
    await(() -> at("/again").size() >= 4);
    List<String> ids = at("/again").stream().map(each -> each.headers().get("webhook-id")).toList();
    assertThat(ids.subList(0, 3)).containsOnly(ids.get(0));
    assertThat(ids.get(3)).isNotEqualTo(ids.get(0));
    receiver.does(TlsReceiver.answering(204));
  }

  @Test
  void what_is_given_up_is_listed_and_sent_again_when_its_owner_wants_it() {
    Person who = act();
    Person other = act();
    receiver.does(
        (request, out) ->
            TlsReceiver.answering(request.line().contains("/dead") ? 500 : 204)
                .answer(request, out));
    String hook = id(subscribe(who, "/dead", ",\"action\":\"admitParticipant\""));
    act();
    await(() -> read(who, "/" + hook).path("deadLetters").asInt() == 1);
    assertThat(at("/dead")).hasSize(3);
    JsonNode letter = read(who, "/" + hook + "/dead-letters").at("/items/0");
    assertThat(letter.path("last").asString()).isEqualTo("500");
    assertThat(letter.path("attempts").asInt()).isEqualTo(3);
    String act = letter.path("act").asString();
    assertThat(at("/dead").get(0).headers()).containsEntry("webhook-id", act);

    receiver.does(TlsReceiver.answering(204));
    String address = "/" + hook + "/dead-letters/" + act;
    assertThat(call(other, "POST", address, "").statusCode()).isEqualTo(404);
    assertThat(call(other, "GET", "/" + hook + "/dead-letters", "").statusCode()).isEqualTo(404);
    assertThat(call(other, "DELETE", "/" + hook, "").statusCode()).isEqualTo(404);
    assertThat(read(other, "").path("items")).isEmpty();
    assertThat(call(who, "POST", address, "").statusCode()).isEqualTo(202);
    await(() -> read(who, "/" + hook).path("deadLetters").asInt() == 0);
    assertThat(at("/dead").get(3).headers()).containsEntry("webhook-id", act);
    assertThat(call(who, "POST", address, "").statusCode()).isEqualTo(404);
  }

  @Test
  void a_restart_and_a_database_that_is_filled_anew_lose_nothing_and_send_nothing_twice()
      throws IOException {
    Person who = act();
    subscribe(who, "/kept", ",\"action\":\"admitParticipant\"");
    act();
    await(() -> at("/kept").size() == 1);
    application.close();
    act();
    start();
    await(() -> at("/kept").size() == 2);
    application.close();
    try (var files = Files.list(data)) {
      for (Path each :
          files.filter(file -> file.getFileName().toString().startsWith("projection")).toList()) {
        Files.delete(each);
      }
    }
    act();
    start();
    act();
    await(() -> at("/kept").size() >= 4);
    List<String> ids = at("/kept").stream().map(each -> each.headers().get("webhook-id")).toList();
    assertThat(ids).hasSize(4);
    assertThat(new HashSet<>(ids)).hasSize(4);
  }

  @Test
  void a_receiver_that_is_gone_or_fails_for_long_is_left_alone_until_its_owner_says_so()
      throws IOException {
    Person who = act();
    receiver.does(
        (request, out) ->
            TlsReceiver.answering(request.line().contains("/gone") ? 410 : 204)
                .answer(request, out));
    String gone = id(subscribe(who, "/gone", ",\"action\":\"admitParticipant\""));
    act();
    await(() -> reason(who, gone).equals("GONE"));
    assertThat(at("/gone")).hasSize(1);
    receiver.does(TlsReceiver.answering(204));
    String again =
        "{\"url\":\"" + url("/gone") + "\",\"action\":\"admitParticipant\",\"paused\":false}";
    assertThat(call(who, "PUT", "/" + gone, again).statusCode()).isEqualTo(200);
    await(() -> at("/gone").size() == 2);
    assertThat(at("/gone").get(1).headers().get("webhook-id"))
        .isEqualTo(at("/gone").get(0).headers().get("webhook-id"));

    application.close();
    start("--grassland.webhooks.pause-after=100ms", "--grassland.webhooks.attempts=1000");
    receiver.does(
        (request, out) ->
            TlsReceiver.answering(request.line().contains("/fails") ? 500 : 204)
                .answer(request, out));
    String fails = id(subscribe(who, "/fails", ",\"action\":\"admitParticipant\""));
    act();
    await(() -> reason(who, fails).equals("FAILING"));
    receiver.does(TlsReceiver.answering(204));
    application.close();
    start();
  }

  private String reason(Person who, String hook) {
    return read(who, "/" + hook).at("/paused/reason").asString("");
  }

  @Test
  void while_a_secret_is_replaced_either_of_both_verifies() {
    Person who = act();
    JsonNode made = subscribe(who, "/rotated", ",\"action\":\"admitParticipant\"");
    HttpResponse<String> answer = call(who, "POST", "/" + id(made) + "/secrets", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode second = RunningGateway.json(answer);
    act();
    await(() -> !at("/rotated").isEmpty());
    Received received = at("/rotated").get(0);
    assertThat(event(received, made)).isEqualTo(event(received, second));
    assertThat(received.headers().get("webhook-signature").split(" ")).hasSize(2);
    assertThat(read(who, "/" + id(made)).toString()).doesNotContain("whsec_");
  }

  @Test
  void who_has_stolen_a_key_is_sent_nothing_after_it_was_revoked() {
    Person owner = act();
    String hook = id(subscribe(owner, "/stolen", ",\"action\":\"admitParticipant\""));
    act();
    await(() -> at("/stolen").size() == 1);
    gateway.send(
        gateway.innerMongolia(), new RevokeKey(new KeyId(owner.kid()), owner.id(), "practice"));
    act();
    Webhooks webhooks = application.getBean(Webhooks.class);
    await(() -> webhooks.find(hook).orElseThrow().paused().isPresent());
    assertThat(webhooks.find(hook).orElseThrow().paused().orElseThrow().reason())
        .isEqualTo(Webhook.Pause.Reason.KEY_REVOKED);
    assertThat(at("/stolen")).hasSize(1);
  }

  @Test
  void what_was_let_go_is_not_passed_over_in_silence() {
    Person who = act();
    String hook = id(subscribe(who, "/late", ",\"action\":\"admitParticipant\""));
    Webhooks webhooks = application.getBean(Webhooks.class);
    webhooks.note(
        hook,
        before ->
            before
                .withPosition(new Position(0, 0))
                .withPaused(
                    Optional.of(new Webhook.Pause(Instant.now(), Webhook.Pause.Reason.OWNER))));
    application.getBean(Retention.class).letGoOf(Instant.now().plusSeconds(86_400));
    webhooks.note(hook, before -> before.withPaused(Optional.empty()));
    await(() -> webhooks.find(hook).orElseThrow().paused().isPresent());
    Webhook late = webhooks.find(hook).orElseThrow();
    assertThat(late.paused().orElseThrow().reason()).isEqualTo(Webhook.Pause.Reason.LET_GO);
    assertThat(late.position()).isGreaterThan(new Position(0, 0));
    assertThat(at("/late")).isEmpty();
  }

  @Test
  void who_pauses_a_subscription_misses_nothing() {
    Person who = act();
    String hook = id(subscribe(who, "/paused", ",\"action\":\"admitParticipant\""));
    String body = "{\"url\":\"" + url("/paused") + "\",\"action\":\"admitParticipant\",\"paused\":";
    assertThat(call(who, "PUT", "/" + hook, body + "true}").statusCode()).isEqualTo(200);
    act();
    assertThat(reason(who, hook)).isEqualTo("OWNER");
    assertThat(at("/paused")).isEmpty();
    assertThat(call(who, "PUT", "/" + hook, body + "false}").statusCode()).isEqualTo(200);
    await(() -> at("/paused").size() == 1);
    assertThat(call(who, "DELETE", "/" + hook, "").statusCode()).isEqualTo(204);
    assertThat(call(who, "GET", "/" + hook, "").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_no_subscription_is_refused() {
    Person who = act();
    Map<String, Integer> bodies =
        Map.of(
            "{\"url\":\"http://receiver.example/\"}",
            422,
            "{\"url\":\"https://receiver.example:22/\"}",
            422,
            "{\"url\":\"" + url("/") + "\",\"action\":\"transferAll\"}",
            400,
            "{\"url\":\"" + url("/") + "\",\"secret\":\"whsec_x\"}",
            400,
            "{\"url\":\"" + url("/") + "\",\"paused\":true}",
            400,
            "{}",
            400);
    bodies.forEach(
        (body, status) ->
            assertThat(call(who, "POST", "", body).statusCode()).as(body).isEqualTo(status));
    assertThat(read(who, "").path("items")).isEmpty();
    String port = application.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder nobody =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + WEBHOOKS));
    assertThat(gateway.exchange(nobody).statusCode()).isEqualTo(401);
    for (String method : List.of("PUT", "DELETE")) {
      assertThat(
              gateway
                  .exchange(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + port + WEBHOOKS + "/x"))
                          .method(method, HttpRequest.BodyPublishers.noBody()))
                  .statusCode())
          .as(method)
          .isEqualTo(401);
    }
  }
}
