// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.webhook.Webhook;
import org.grasslandcarbon.gateway.webhook.Webhooks;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A participant's subscriptions at this gateway. They are nobody else's to see, and on no ledger: a
 * token is enough for them. What is another's answers as if it were not there.
 */
@RestController
@RequestMapping(Paths.WEBHOOKS)
@SignedIn
final class WebhookController {
  private static final int BODY_MOST = 4 * 1024;

  /** As much as an address may have. */
  private static final int URL_MOST = 500;

  private static final int NAME_MOST = 40;

  private final Webhooks webhooks;
  private final ProjectionProgress progress;

  WebhookController(Webhooks webhooks, ProjectionProgress progress) {
    this.webhooks = webhooks;
    this.progress = progress;
  }

  /**
   * What is wanted.
   *
   * @param action only acts of this name
   * @param instrument only acts about what is traded so
   * @param kind only what can be done to this noun
   * @param own only acts that concern the participant itself
   * @param paused whether nothing is to be sent for now
   * @param project only acts about this project
   * @param url where to
   */
  record Asked(
      @Most(NAME_MOST) Optional<String> action,
      Optional<InstrumentId> instrument,
      @Most(NAME_MOST) Optional<String> kind,
      Optional<Boolean> own,
      Optional<Boolean> paused,
      Optional<InstructionId> project,
      @Most(URL_MOST) String url) {
    private ActFilter filter() {
      return new ActFilter(action, instrument, kind, own.orElse(false), project).mustBeKnown();
    }
  }

  /**
   * A subscription as its owner is shown it.
   *
   * @param action as it was asked for
   * @param createdAt when it was made
   * @param deadLetters how many deliveries were given up
   * @param failing what goes wrong at present
   * @param id its id
   * @param instrument as it was asked for
   * @param kind as it was asked for
   * @param own as it was asked for
   * @param paused why nothing is sent
   * @param position up to which everything was delivered or given up
   * @param project as it was asked for
   * @param url where to
   */
  record Shown(
      Optional<String> action,
      Instant createdAt,
      int deadLetters,
      Optional<Webhook.Failing> failing,
      String id,
      Optional<InstrumentId> instrument,
      Optional<String> kind,
      boolean own,
      Optional<Webhook.Pause> paused,
      String position,
      Optional<InstructionId> project,
      String url) {
    private static Shown of(Webhook webhook) {
      ActFilter filter = webhook.filter();
      return new Shown(
          filter.action(),
          webhook.createdAt(),
          webhook.deadLetters().size(),
          webhook.failing(),
          webhook.id(),
          filter.instrument(),
          filter.kind(),
          filter.own(),
          webhook.paused(),
          webhook.position().toString(),
          filter.project(),
          webhook.url());
    }
  }

  /**
   * A subscription with a secret that was just made, which is not told again.
   *
   * @param secret what deliveries are signed with from now on
   * @param webhook the subscription
   */
  record WithSecret(String secret, Shown webhook) {
    private static WithSecret of(Webhooks.Made made) {
      return new WithSecret(made.secret(), Shown.of(made.webhook()));
    }

    @Override
    public String toString() {
      return "WithSecret[webhook=" + webhook + "]";
    }
  }

  /**
   * Some of something.
   *
   * @param items all there are: they have a limit
   */
  record Items<T>(List<T> items) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> create(HttpServletRequest request, @AuthenticationPrincipal Caller caller)
      throws IOException {
    Asked asked = asked(request);
    if (asked.paused().isPresent()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("新订阅不能带 paused").en("a new subscription has no member paused"));
    }
    Webhooks.Made made =
        webhooks.create(caller.id(), asked.url(), asked.filter(), Position.endOf(progress.block()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.LOCATION, Paths.WEBHOOKS + "/" + made.webhook().id())
        .body(WithSecret.of(made));
  }

  @GetMapping
  ResponseEntity<Object> list(@AuthenticationPrincipal Caller caller) {
    return answer(new Items<>(webhooks.of(caller.id()).stream().map(Shown::of).toList()));
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return answer(Shown.of(must(webhooks.find(caller.id(), id))));
  }

  /** Says anew all that can be said of one. */
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> change(
      @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal Caller caller)
      throws IOException {
    Asked asked = asked(request);
    return answer(
        Shown.of(
            must(
                webhooks.change(
                    caller.id(), id, asked.url(), asked.filter(), asked.paused().orElse(false)))));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> delete(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    if (!webhooks.delete(caller.id(), id)) {
      throw nothing();
    }
    return ResponseEntity.noContent().build();
  }

  /** Makes a new secret; the one before signs as well for a day. */
  @PostMapping("/{id}/secrets")
  ResponseEntity<Object> rotate(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return answer(WithSecret.of(must(webhooks.rotate(caller.id(), id))));
  }

  @GetMapping("/{id}/dead-letters")
  ResponseEntity<Object> dead(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return answer(new Items<>(must(webhooks.find(caller.id(), id)).deadLetters()));
  }

  /** Has one sent again. */
  @PostMapping("/{id}/dead-letters/{act}")
  ResponseEntity<Object> resend(
      @PathVariable String id,
      @PathVariable InstructionId act,
      @AuthenticationPrincipal Caller caller) {
    return ResponseEntity.accepted()
        .cacheControl(CacheControl.noStore())
        .body(Shown.of(must(webhooks.resend(caller.id(), id, act))));
  }

  private static Asked asked(HttpServletRequest request) throws IOException {
    return Codec.read(
        Bodies.read(
            request,
            BODY_MOST,
            zh("订阅请求最多 %s 字节").en("a subscription has at most %s bytes", BODY_MOST)),
        Asked.class);
  }

  private static ResponseEntity<Object> answer(Object body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  private static <T> T must(Optional<T> found) {
    return found.orElseThrow(WebhookController::nothing);
  }

  private static RequestException nothing() {
    return new RequestException(
        GatewayCode.NOT_FOUND,
        zh("本网关没有该主体的此订阅或此推送")
            .en("the participant has no such subscription or delivery at this gateway"));
  }
}
