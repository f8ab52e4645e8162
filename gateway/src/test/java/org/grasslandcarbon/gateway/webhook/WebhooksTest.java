// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
  private static final String URL = "https://receiver.example/hook";

  private static final Instant NOW = Instant.parse("2026-03-02T01:02:03Z");

  private static final InstructionId ACT =
      new InstructionId("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02");

  @TempDir Path folder;

  private final ParticipantId owner = new Person().id();
  private final ParticipantId other = new Person().id();
  private Webhooks webhooks;

  @BeforeEach
  void open() throws IOException {
    webhooks = new Webhooks(directory(), settings(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path directory() {
    return folder.resolve("webhooks");
  }

  private static WebhookSettings settings() {
    return new WebhookSettings(
        3,
        2,
        List.of(443),
        List.of(),
        List.of(),
        "",
        1,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        12,
        Duration.ofDays(1),
        100,
        Duration.ofDays(1));
  }

  private Webhooks.Made create(ParticipantId whose) {
    return webhooks.create(whose, URL, ActFilter.ALL, new Position(7, 3));
  }

  private static Webhook withLetter(Webhook before) {
    return before.withDeadLetter(new Webhook.DeadLetter(ACT, false, NOW, 12, "500"));
  }

  @Test
  void what_was_made_is_there_after_a_restart_with_what_became_of_it() throws IOException {
    Webhook made = create(owner).webhook();
    webhooks.note(made.id(), WebhooksTest::withLetter);
    webhooks.note(
        made.id(),
        before ->
            before.withFailing(
                Optional.of(new Webhook.Failing(2, "TOO_SLOW", NOW.plusSeconds(10), NOW))));
    webhooks.move(made.id(), new Position(9, 1));
    webhooks.save();
    Optional<Webhook> before = webhooks.find(owner, made.id());
    open();
    assertThat(webhooks.find(owner, made.id())).isEqualTo(before);
    assertThat(before.orElseThrow().position()).isEqualTo(new Position(9, 1));
    assertThat(webhooks.delete(owner, made.id())).isTrue();
    open();
    assertThat(webhooks.of(owner)).isEmpty();
    assertThat(directory()).isEmptyDirectory();
  }

  @Test
  void a_secret_is_in_its_owners_file_and_in_nothing_that_is_printed() throws IOException {
    Webhooks.Made made = create(owner);
    assertThat(made.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
    Path file = directory().resolve(made.webhook().id() + ".json");
    assertThat(Files.readString(file)).contains(made.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
        .isEqualTo("rwx------");
    String key = made.secret().substring(6, 20);
    assertThat(made.toString() + made.webhook() + made.webhook().secrets()).doesNotContain(key);
  }

  @Test
  void anothers_is_as_if_it_were_not_there() {
    String id = create(owner).webhook().id();
    webhooks.note(id, WebhooksTest::withLetter);
    assertThat(webhooks.of(other)).isEmpty();
    assertThat(webhooks.find(other, id)).isEmpty();
    assertThat(webhooks.change(other, id, URL, ActFilter.ALL, true)).isEmpty();
    assertThat(webhooks.rotate(other, id)).isEmpty();
    assertThat(webhooks.resend(other, id, ACT)).isEmpty();
    assertThat(webhooks.delete(other, id)).isFalse();
    Webhook after = webhooks.find(owner, id).orElseThrow();
    assertThat(after.paused()).isEmpty();
    assertThat(after.secrets()).hasSize(1);
    assertThat(after.firstWantedAgain()).isEmpty();
  }

  @Test
  void a_participant_has_so_many_and_all_together_so_many() {
    create(owner);
    String second = create(owner).webhook().id();
    assertQuota(owner);
    create(other);
    assertQuota(other);
    webhooks.delete(owner, second);
    create(other);
    assertQuota(owner);
  }

  private void assertQuota(ParticipantId whose) {
    assertThatThrownBy(() -> create(whose))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo(GatewayCode.WEBHOOK_QUOTA));
  }

  @Test
  void the_secret_before_signs_as_well_for_a_day_and_the_one_before_that_no_more() {
    Webhooks.Made first = create(owner);
    String id = first.webhook().id();
    Webhooks.Made second = webhooks.rotate(owner, id).orElseThrow();
    assertThat(second.webhook().secrets())
        .extracting(WebhookSecret::text)
        .containsExactly(second.secret(), first.secret());
    WebhookSecret before = second.webhook().secrets().get(1);
    assertThat(before.isValid(NOW.plus(Duration.ofDays(1)).minusMillis(1))).isTrue();
    assertThat(before.isValid(NOW.plus(Duration.ofDays(1)))).isFalse();
    Webhooks.Made third = webhooks.rotate(owner, id).orElseThrow();
    assertThat(third.webhook().secrets())
        .extracting(WebhookSecret::text)
        .containsExactly(third.secret(), second.secret());
  }

  @Test
  void a_signature_is_the_one_that_other_implementations_make() {
    WebhookSecret secret =
        new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Optional.empty());
    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void who_resumes_begins_anew_and_who_pauses_keeps_the_reason_why_it_was_paused() {
    String id = create(owner).webhook().id();
    webhooks.note(
        id,
        before ->
            before
                .withFailing(Optional.of(new Webhook.Failing(3, "500", NOW, NOW)))
                .withPaused(Optional.of(new Webhook.Pause(NOW, Webhook.Pause.Reason.GONE))));
    Webhook paused = webhooks.change(owner, id, URL, ActFilter.ALL, true).orElseThrow();
    assertThat(paused.paused().orElseThrow().reason()).isEqualTo(Webhook.Pause.Reason.GONE);
    Webhook resumed = webhooks.change(owner, id, URL, ActFilter.ALL, false).orElseThrow();
    assertThat(resumed.isDue(NOW)).isTrue();
    assertThat(resumed.failing()).isEmpty();
    assertThat(resumed.position()).isEqualTo(new Position(7, 3));
  }

  @Test
  void waits_double_up_to_the_longest() {
    assertThat(settings().pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings().pauseAfter(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings().pauseAfter(10)).isEqualTo(Duration.ofSeconds(2_560));
    assertThat(settings().pauseAfter(11)).isEqualTo(Duration.ofHours(1));
    assertThat(settings().pauseAfter(1_000)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_is_no_subscription_is_left_alone_and_not_quoted() throws IOException {
    Files.writeString(directory().resolve("spoilt.json"), "{\"secrets\": \"whsec_");
    open();
    assertThat(webhooks.all()).isEmpty();
    assertThat(directory().resolve("spoilt.json")).exists();
  }
}
