// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Width;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.SerialRanges;
import tools.jackson.databind.JsonNode;

/** Sends one signed instruction by way of the outbox and shows what became of it. */
public final class Sending {
  private static final int LABEL_COLUMNS = 24;

  /** How the accounts of what was retired begin. */
  private static final String RETIRED = "retired";

  private final Session session;

  public Sending(Session session) {
    this.session = session;
  }

  /** Stores, sends, shows; what has no outcome yet stays in the outbox. */
  public void send(InstructionText text) {
    Outbox outbox = session.outbox();
    outbox.store(text);
    long started = System.nanoTime();
    try {
      String what = session.language().of("等待结果：", "waiting for the outcome of ") + text.action();
      Outcome outcome =
          session.progress().during(what, () -> session.client().submit(text, session.timeout()));
      outbox.settle(text.id());
      show(outcome, (System.nanoTime() - started) / 1e9);
    } catch (RegistryProblem problem) {
      if (problem.isFinal()) {
        outbox.settle(text.id());
        throw problem;
      }
      throw new KeptInOutbox(List.of(text), problem);
    } catch (GatewayUnreachable | OutcomeUnknown unfinished) {
      throw new KeptInOutbox(List.of(text), unfinished);
    }
  }

  /** Shows what became of an instruction. */
  public void show(Outcome outcome, double seconds) {
    if (session.isForPrograms()) {
      session.document(outcome.document());
      return;
    }
    String block = outcome.block().isPresent() ? "#" + outcome.block().getAsLong() : "";
    String time = String.format(Locale.ROOT, "%.2f s", seconds);
    session.line(
        "✓ "
            + (outcome.replayed()
                ? session.language().of("此前已生效", "Applied before")
                : session.language().of("已生效", "Applied"))
            + "  "
            + outcome.document().path("action").asString("")
            + "  "
            + session.language().of("区块", "block")
            + " "
            + block
            + "  "
            + time);
    line(session, session.language().of("指令", "instruction"), outcome.id());
    references(session, outcome.document());
    postings(session, outcome.document().path("postings"));
    certificate(session, outcome.document());
  }

  private static void certificate(Session session, JsonNode document) {
    certificateNumber(document.path("postings")).ifPresent(number -> certificate(session, number));
  }

  /** Says the number of a retirement, and how anybody sees what it was. */
  public static void certificate(Session session, String number) {
    line(session, session.language().of("证书编号", "certificate number"), number);
    line(
        session,
        session.language().of("公开查询", "anybody sees it by"),
        "grassland retirement show " + number);
  }

  /**
   * A retirement is shown to others by the number of its certificate: of several batches, that of
   * the first. Empty where nothing was retired.
   */
  public static Optional<String> certificateNumber(JsonNode postings) {
    return postings
        .valueStream()
        .filter(posting -> posting.path("destination").asString("").startsWith(RETIRED))
        .findFirst()
        .flatMap(Sending::certificateOf);
  }

  /** Empty when the posting is not what a gateway of this registry tells. */
  private static Optional<String> certificateOf(JsonNode posting) {
    try {
      return Optional.of(
          Retirement.certificateNumber(
              Codec.convert(posting.path("asset"), BatchId.class),
              Codec.convert(posting.path("serials"), SerialRanges.class)));
    } catch (RegistryException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static void line(Session session, String label, String value) {
    session.line("  " + Width.padRight(label, LABEL_COLUMNS) + value);
  }

  /** Records that an instruction created or changed. */
  static void references(Session session, JsonNode document) {
    for (Outcome.Reference reference : new Outcome(document, false).references()) {
      line(session, Labels.member(reference.type(), session.language()), reference.id());
    }
  }

  private static String amount(JsonNode posting) {
    return Yuan.amount(posting.path("amount").asLong(), posting.path("asset").asString(""));
  }

  /** Movements of credits and money, as a table: tonnes, and yuan. */
  public static void postings(Session session, JsonNode postings) {
    List<JsonNode> rows = postings.valueStream().toList();
    if (rows.isEmpty()) {
      return;
    }
    session.table(
        new Table<JsonNode>()
            .number("数量", "amount", Sending::amount)
            .text("资产", "asset", row -> row.path("asset").asString(""))
            .text("来源", "from", row -> row.path("source").asString(""))
            .text("去向", "to", row -> row.path("destination").asString(""))
            .text("编号", "serials", row -> Text.of(row.path("serials"), session.language())),
        rows);
  }
}
