// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.ScriptedGateway.Request;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InstructionSigner signer =
      new InstructionSigner(
          new ParticipantId("91110000600037341L"),
          SigningKey.generate(new SecureRandom()),
          Clock.systemUTC());
  private final InstructionText text =
      signer.sign(
          InstructionSigner.newId(), AdmitParticipant.TYPE.example(), Duration.ofMinutes(5));
  private final PretendedTime time = new PretendedTime();
  private final List<RegistryClient.Retry> retries = new ArrayList<>();

  private ScriptedGateway gateway;
  private ScriptedGateway second;

  /** Pauses cost no time, and add up. */
  private static final class PretendedTime implements Waiting {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void pause(Duration duration) {
      pauses.add(duration);
      now = now.plus(duration);
    }
  }

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    second = new ScriptedGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    second.close();
  }

  private RegistryClient client(URI... gateways) {
    return new RegistryClient(List.of(gateways), RetryRules.USUAL, retries::add, time);
  }

  private String outcome(String status) {
    return """
    {"id": "%s", "status": "%s", "action": "admitParticipant", "block": 7,
     "references": [{"type": "participant", "id": "91110000600037341L"}], "postings": [],
     "code": "ALREADY_ADMITTED", "codeZh": "已登记", "codeEn": "already", "detail": "d",
     "added": {"later": true}}
    """
        .formatted(text.id(), status);
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }
  }

  @Test
  void the_outcome_that_the_gateway_waited_for_is_the_answer() {
    gateway.answers(200, outcome("APPLIED"));

    Outcome outcome = client(gateway.address()).submit(text, PATIENCE);

    assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(outcome.block()).hasValue(7);
    assertThat(outcome.reference("participant")).contains("91110000600037341L");
    assertThat(outcome.replayed()).isFalse();
    assertThat(gateway.requests())
        .containsExactly(new Request("POST /api/v1/instructions", text.jws(), "wait=30", ""));
  }

  @Test
  void a_first_outcome_given_again_says_so() {
    gateway.answers(200, outcome("APPLIED"), "Instruction-Replayed", "true");

    assertThat(client(gateway.address()).submit(text, PATIENCE).replayed()).isTrue();
  }

  @Test
  void an_instruction_that_was_only_received_is_polled_until_its_outcome_is_final() {
    gateway
        .answers(202, outcome("RECEIVED"))
        .answers(200, outcome("RECEIVED"))
        .answers(200, "{\"id\": \"" + text.id() + "\", \"status\": \"APPLIED\"}")
        .answers(200, outcome("APPLIED"), "Instruction-Replayed", "true");

    Outcome outcome = client(gateway.address()).submit(text, PATIENCE);

    assertThat(outcome.isFinal()).isTrue();
    assertThat(outcome.reference("participant")).isPresent();
    assertThat(outcome.replayed()).isFalse();
    assertThat(gateway.requests())
        .extracting(Request::line)
        .containsExactly(
            "POST /api/v1/instructions",
            "GET /api/v1/instructions/" + text.id(),
            "GET /api/v1/instructions/" + text.id(),
            "POST /api/v1/instructions");
  }

  @Test
  void a_rejection_found_by_polling_is_the_same_problem_as_one_answered_at_once() {
    gateway
        .answers(202, outcome("RECEIVED"))
        .answers(200, outcome("REJECTED"))
        .answers(200, outcome("REJECTED"));

    assertThatThrownBy(() -> client(gateway.address()).submit(text, PATIENCE))
        .isInstanceOfSatisfying(
            RegistryProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("ALREADY_ADMITTED");
              assertThat(problem.zh()).isEqualTo("已登记");
              assertThat(problem.en()).isEqualTo("already");
            });
  }

  @Test
  void a_refusal_is_not_sent_again() {
    gateway.refuses(422, "INSUFFICIENT_CREDITS", false);

    assertThatThrownBy(() -> client(gateway.address()).submit(text, PATIENCE))
        .isInstanceOfSatisfying(
            RegistryProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("INSUFFICIENT_CREDITS");
              assertThat(problem.status()).isEqualTo(422);
              assertThat(problem.zh()).isEqualTo("句子");
              assertThat(problem.detail()).isEqualTo("what exactly");
              assertThat(problem.isRetryable()).isFalse();
            });
    assertThat(gateway.requests()).hasSize(1);
  }

  @Test
  void a_broken_connection_leads_to_the_same_text_at_the_next_gateway() {
    gateway.breaks();
    second.answers(200, outcome("APPLIED"));

    client(gateway.address(), second.address()).submit(text, PATIENCE);

    assertThat(second.requests()).extracting(Request::body).containsExactly(text.jws());
    assertThat(retries).hasSize(1);
  }

  @Test
  void a_busy_gateway_is_given_the_pause_it_asks_for_within_reason() {
    gateway
        .refuses(503, "OVERLOADED", true, "Retry-After", "2")
        .refuses(503, "OVERLOADED", true, "Retry-After", "3600")
        .answers(200, outcome("APPLIED"));

    client(gateway.address()).submit(text, PATIENCE);

    assertThat(time.pauses).containsExactly(Duration.ofSeconds(2), RetryRules.USUAL.longestPause());
    assertThat(gateway.requests()).extracting(Request::body).containsOnly(text.jws()).hasSize(3);
  }

  @Test
  void attempts_are_bounded_and_pauses_grow() {
    gateway.refuses(503, "OVERLOADED", true);

    assertThatThrownBy(() -> client(gateway.address()).submit(text, PATIENCE))
        .isInstanceOfSatisfying(
            RegistryProblem.class, problem -> assertThat(problem.isRetryable()).isTrue());
    assertThat(gateway.requests()).hasSize(RetryRules.USUAL.attemptsMost());
    assertThat(time.pauses).isSorted().hasSize(RetryRules.USUAL.attemptsMost() - 1);
  }

  @Test
  void patience_that_ends_after_a_gateway_took_it_leaves_the_outcome_unknown() {
    gateway.answers(202, outcome("RECEIVED")).answers(200, outcome("RECEIVED"));

    OutcomeUnknown unknown =
        catchThrowableOfType(
            OutcomeUnknown.class, () -> client(gateway.address()).submit(text, PATIENCE));

    assertThat(unknown.id()).isEqualTo(text.id());
    assertThat(unknown.isReceived()).isTrue();
    assertThat(unknown.zh()).contains(text.id().value());
  }

  @Test
  void connections_that_break_leave_the_outcome_unknown() {
    gateway.breaks();

    assertThatThrownBy(() -> client(gateway.address()).submit(text, PATIENCE))
        .isInstanceOfSatisfying(
            OutcomeUnknown.class, unknown -> assertThat(unknown.isReceived()).isFalse());
  }

  @Test
  void a_proxy_that_gives_up_leaves_the_outcome_unknown_too() {
    gateway.answersAsProxy(502);

    assertThatThrownBy(() -> client(gateway.address()).submit(text, PATIENCE))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void where_nobody_listens_nothing_was_taken() throws IOException {
    URI nobody = nobody();

    assertThatThrownBy(() -> client(nobody).submit(text, PATIENCE))
        .isInstanceOf(GatewayUnreachable.class)
        .hasMessageContaining(nobody.toString());
  }

  @Test
  void a_gateway_that_has_lost_the_instruction_gets_it_again() {
    gateway
        .answers(202, outcome("RECEIVED"))
        .refuses(404, "NOT_FOUND", false)
        .answers(200, outcome("APPLIED"));

    client(gateway.address()).submit(text, PATIENCE);

    assertThat(gateway.requests())
        .extracting(Request::line)
        .containsExactly(
            "POST /api/v1/instructions",
            "GET /api/v1/instructions/" + text.id(),
            "POST /api/v1/instructions");
  }

  @Test
  void reads_turn_to_the_next_gateway_and_carry_their_filters() throws IOException {
    gateway.answers(
        200,
        """
        {"items": [{"id": "a"}], "next": "c1", "total": 12}
        """);

    Page page =
        client(nobody(), gateway.address())
            .publicReads()
            .list(ProjectViews.PROJECTS, Map.of("q", "锡林 郭勒&x"));

    assertThat(page.total()).isEqualTo(12);
    assertThat(page.next()).contains("c1");
    assertThat(page.items()).hasSize(1);
    assertThat(gateway.requests().get(0).line())
        .isEqualTo("GET /api/v1/projects?q=%E9%94%A1%E6%9E%97%20%E9%83%AD%E5%8B%92%26x");
  }

  @Test
  void the_gateway_that_answered_is_asked_first_from_then_on() throws IOException {
    gateway.answers(200, outcome("APPLIED"));
    RegistryClient client = client(nobody(), gateway.address());

    client.submit(text, PATIENCE);
    client.submit(text, PATIENCE);
    client.publicReads().status();

    assertThat(retries).hasSize(1);
  }

  @Test
  void each_private_request_carries_a_token_of_its_own() {
    gateway.refuses(503, "OVERLOADED", true).answers(200, "{\"items\": [], \"total\": 0}");

    client(gateway.address())
        .privateReads(signer, Optional.of("grassland-gateway"))
        .list(CreditViews.HOLDINGS, Map.of());

    assertThat(gateway.requests())
        .extracting(Request::authorization)
        .allMatch(header -> header.startsWith("Bearer "))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  /** For whom the tokens were that a gateway was shown, in their order. */
  private static List<String> audiences(ScriptedGateway shown) {
    return shown.requests().stream()
        .filter(Request::hasToken)
        .map(request -> request.authorization().substring("Bearer ".length()))
        .map(RegistryClientTest::audience)
        .toList();
  }

  private static String audience(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getAudience().get(0);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static long timesAsked(ScriptedGateway gateway) {
    return gateway.requests().stream().filter(each -> each.line().endsWith("/status")).count();
  }

  @Test
  void each_gateway_is_shown_tokens_under_its_own_name_which_it_is_asked_for_once()
      throws Exception {
    try (ScriptedGateway other = new ScriptedGateway()) {
      gateway.named("hebei").answers(200, "{}").refuses(503, "OVERLOADED", true);
      other.named("tianjin").answers(200, "{}");
      PrivateReads reads = client(gateway.address(), other.address()).privateReads(signer);

      reads.me();
      reads.me();
      reads.me();

      assertThat(audiences(gateway)).containsOnly("hebei").hasSizeGreaterThanOrEqualTo(2);
      assertThat(audiences(other)).containsOnly("tianjin").isNotEmpty();
      assertThat(timesAsked(gateway)).isEqualTo(1);
      assertThat(timesAsked(other)).isEqualTo(1);
    }
  }

  @Test
  void a_gateway_that_has_another_name_since_is_asked_again_after_it_has_refused_a_token() {
    gateway.named("hebei").refuses(401, "TOKEN_INVALID", false).answers(200, "{}");
    PrivateReads reads = client(gateway.address()).privateReads(signer);
    assertThatThrownBy(reads::me).isInstanceOf(RegistryProblem.class);
    gateway.named("tianjin");

    reads.me();

    assertThat(audiences(gateway)).containsExactly("hebei", "tianjin");
  }

  @Test
  void a_gateway_is_not_believed_about_its_name_where_the_caller_knows_it() {
    gateway.named("another").answers(200, "{}");

    client(gateway.address()).privateReads(signer, Optional.of("hebei")).me();

    assertThat(audiences(gateway)).containsExactly("hebei");
    assertThat(timesAsked(gateway)).isZero();
  }

  @Test
  void a_gateway_from_before_names_were_told_has_the_name_that_all_had() {
    gateway.answers(200, "{\"height\": 3}");

    client(gateway.address()).privateReads(signer).me();

    assertThat(audiences(gateway)).containsExactly("grassland-gateway");
  }

  @Test
  void whether_a_token_is_sent_follows_from_who_may_see_the_view() {
    gateway.answers(200, "{\"items\": [], \"total\": 0}");
    Reads reads = client(gateway.address()).privateReads(signer, Optional.of("grassland-gateway"));

    for (View view : Views.all()) {
      if (view.path().isPresent()) {
        reads.list(view, Map.of());
      } else {
        reads.list(view, "x", Map.of());
      }
    }

    List<Boolean> tokens = gateway.requests().stream().map(Request::hasToken).toList();
    // Of what is public in part, parties see more.
    List<Boolean> needed =
        Views.all().stream()
            .map(view -> !view.visibility().isPublic() || !view.visibility().narrower().isEmpty())
            .toList();
    assertThat(tokens).isEqualTo(needed).contains(true, false);
  }

  @Test
  void records_and_what_belongs_to_them_are_asked_for_by_the_parts_of_their_names() {
    gateway.answers(200, "{\"items\": [], \"total\": 0}");
    Reads reads = client(gateway.address()).publicReads();

    reads.show(ProjectViews.STOCKING, "GCS-152502-2024-0001", "2024");
    reads.show(CreditViews.CANCELLATIONS, "a:b");
    reads.list(ProjectViews.COMMENTS, "GCS-152502-2024-0001", Map.of("limit", "5"));
    reads.csv(ProjectViews.HISTORY, "p", Map.of());
    reads.csv(CreditViews.BATCHES, Map.of("vintage", "2025"));

    assertThat(gateway.requests())
        .extracting(Request::line)
        .containsExactly(
            "GET /api/v1/stocking/GCS-152502-2024-0001/2024",
            "GET /api/v1/cancellations/a%3Ab",
            "GET /api/v1/projects/GCS-152502-2024-0001/comments?limit=5",
            "GET /api/v1/projects/p/history",
            "GET /api/v1/batches?vintage=2025");
  }

  @Test
  void what_a_view_does_not_declare_is_refused_before_anybody_is_asked() {
    Reads reads = client(gateway.address()).publicReads();

    assertThatThrownBy(() -> reads.list(CreditViews.BATCHES, Map.of("colour", "red")))
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> reads.list(ProjectViews.COMMENTS, Map.of()))
        .hasMessageContaining("comment");
    assertThatThrownBy(() -> reads.list(CreditViews.BATCHES, "x", Map.of()))
        .hasMessageContaining("batch");
    assertThat(gateway.requests()).isEmpty();
  }

  @Test
  void a_dry_run_is_asked_for_with_a_token_and_tells_what_sending_would_answer() {
    gateway.answers(
        200,
        """
        {"outcome": "REJECTED", "code": "INSUFFICIENT_CREDITS", "codeZh": "不足", "codeEn": "too few",
         "detail": "12 asked, 5 held", "postings": [], "references": [], "records": []}
        """);

    DryRun run =
        client(gateway.address())
            .privateReads(signer, Optional.of("grassland-gateway"))
            .dryRun("addKey", Codec.tree(Map.of("a", 1)));

    assertThat(run.isApplied()).isFalse();
    assertThat(run.problem().code()).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(run.problem().zh()).isEqualTo("不足");
    assertThat(run.problem().detail()).isEqualTo("12 asked, 5 held");
    Request request = gateway.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /api/v1/dry-runs");
    assertThat(request.body()).isEqualTo("{\"action\":\"addKey\",\"args\":{\"a\":1}}");
    assertThat(request.hasToken()).isTrue();
  }

  @Test
  void what_is_no_gateway_is_named_in_a_sentence() {
    gateway.answersAsProxy(404);

    assertThatThrownBy(() -> client(gateway.address()).publicReads().status())
        .isInstanceOfSatisfying(
            RegistryProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(RegistryProblem.UNEXPECTED_ANSWER));
  }

  @Test
  void an_address_that_is_no_http_address_is_refused() {
    assertThatThrownBy(() -> client(URI.create("localhost:8080")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
