// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grasslandcarbon.cli.KeptInOutbox;
import org.grasslandcarbon.cli.Sending;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/** Takings that are sent together, so that they come to the ledger in one block or two. */
final class TakingsSent {
  /** As many wait for their outcomes at a time; a gateway commits them together all the same. */
  private static final int TOGETHER_MOST = 8;

  private final Session session;
  private final String buyer;

  TakingsSent(Session session, ParticipantId buyer) {
    this.session = session;
    this.buyer = buyer.value();
  }

  /**
   * What became of one taking, and what was had of it.
   *
   * @param certificate the number under which what was had is retired, if it is
   * @param code why it was refused
   * @param id the instruction
   * @param instrument what was to be taken
   * @param paid fen, with fees
   * @param status {@code APPLIED}, {@code REJECTED} or {@code PENDING}
   * @param tonnes what came
   * @param wanted what was asked for
   */
  private record Had(
      Optional<String> certificate,
      Optional<String> code,
      String id,
      String instrument,
      long paid,
      String status,
      long tonnes,
      long wanted) {}

  private record Sent(Had had, Optional<ClientException> failure) {}

  /**
   * Stores all, sends all, shows what was had of each.
   *
   * @throws KeptInOutbox when some have no outcome yet
   * @throws RegistryProblem the first refusal, when all have one
   */
  void send(List<InstructionText> texts, JsonNode quote) {
    Outbox outbox = session.outbox();
    texts.forEach(outbox::store);
    String what = session.language().of("等待结果：", "waiting for the outcomes of ") + texts.size();
    List<Sent> sent = session.progress().during(what, () -> sendAll(texts, outbox));
    show(sent, quote);
    List<InstructionText> kept = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i).had().status().equals("PENDING")) {
        kept.add(texts.get(i));
      }
    }
    Optional<ClientException> failure =
        sent.stream()
            .filter(each -> kept.isEmpty() || each.had().status().equals("PENDING"))
            .flatMap(each -> each.failure().stream())
            .findFirst();
    if (failure.isPresent()) {
      throw kept.isEmpty() ? failure.get() : new KeptInOutbox(kept, failure.get());
    }
  }

  private List<Sent> sendAll(List<InstructionText> texts, Outbox outbox) {
    ExecutorService senders = Executors.newFixedThreadPool(Math.min(texts.size(), TOGETHER_MOST));
    try {
      List<CompletableFuture<Sent>> all =
          texts.stream()
              .map(text -> CompletableFuture.supplyAsync(() -> sendOne(text, outbox), senders))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    } finally {
      senders.shutdown();
    }
  }

  private Sent sendOne(InstructionText text, Outbox outbox) {
    try {
      Outcome outcome = session.client().submit(text, session.timeout());
      outbox.settle(text.id());
      return new Sent(applied(text, outcome.document().path("postings")), Optional.empty());
    } catch (RegistryProblem problem) {
      if (problem.isFinal()) {
        outbox.settle(text.id());
        return new Sent(
            nothing(text, "REJECTED", Optional.of(problem.code())), Optional.of(problem));
      }
      return new Sent(nothing(text, "PENDING", Optional.of(problem.code())), Optional.of(problem));
    } catch (GatewayUnreachable | OutcomeUnknown unfinished) {
      return new Sent(nothing(text, "PENDING", Optional.empty()), Optional.of(unfinished));
    }
  }

  private Had applied(InstructionText text, JsonNode postings) {
    long tonnes = 0;
    long paid = 0;
    for (JsonNode posting : postings) {
      boolean isMoney = Asset.isNamed(posting.path("asset").asString(""));
      long amount = posting.path("amount").asLong();
      if (!isMoney && posting.path("destination").asString("").equals("held:" + buyer)) {
        tonnes += amount;
      } else if (isMoney && isMine(posting.path("source"))) {
        paid += amount;
      }
    }
    return had(
        text, "APPLIED", Sending.certificateNumber(postings), Optional.empty(), paid, tonnes);
  }

  private boolean isMine(JsonNode account) {
    return account.asString("").startsWith("cash:" + buyer + ":");
  }

  private static Had nothing(InstructionText text, String status, Optional<String> code) {
    return had(text, status, Optional.empty(), code, 0, 0);
  }

  private static Had had(
      InstructionText text,
      String status,
      Optional<String> certificate,
      Optional<String> code,
      long paid,
      long tonnes) {
    return new Had(
        certificate,
        code,
        text.id().value(),
        text.args().path("instrument").asString(""),
        paid,
        status,
        tonnes,
        text.args().path("quantity").asLong());
  }

  private void show(List<Sent> sent, JsonNode quote) {
    List<Had> rows = sent.stream().map(Sent::had).toList();
    long tonnes = rows.stream().mapToLong(Had::tonnes).sum();
    long paid = rows.stream().mapToLong(Had::paid).sum();
    if (session.isForPrograms()) {
      session.document(Map.of("items", rows, "paid", paid, "quote", quote, "tonnes", tonnes));
      return;
    }
    session.table(
        new Table<Had>()
            .text("标的", "instrument", Had::instrument)
            .number("成交(吨)", "had (t)", row -> Text.grouped(row.tonnes()))
            .number("拟买(吨)", "wanted (t)", row -> Text.grouped(row.wanted()))
            .number("支付(元)", "paid (yuan)", row -> Yuan.text(row.paid()))
            .text("结果", "outcome", this::outcome)
            .text("指令", "instruction", Had::id),
        rows);
    String all = Text.grouped(tonnes);
    session.say(
        "共买入 " + all + " 吨，支付 " + Yuan.text(paid) + " 元",
        "bought " + all + " t for " + Yuan.text(paid) + " yuan");
    rows.forEach(
        row -> row.certificate().ifPresent(number -> Sending.certificate(session, number)));
  }

  private String outcome(Had row) {
    return Labels.code(row.status(), session.language())
        + row.code().map(code -> " " + code).orElse("");
  }
}
