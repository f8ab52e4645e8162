// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Looks credits up by their serial numbers: one, or a block as lists and files print them. */
@Component
final class Serials {
  private static final Pattern SERIAL =
      Pattern.compile(
          "(?<batch>"
              + BatchId.PATTERN
              + ")-(?<first>[1-9][0-9]{0,11})(?:-(?<last>[1-9][0-9]{0,11}))?");

  /** Keeps an answer below some hundred kilobytes. */
  private static final int PARTS_MOST = 1_000;

  /**
   * Kinds of accounts that the public knows under another name. What is on hold for a reversal is
   * in an account of the kind {@code buffer} too. What is frozen or offered is held, and the public
   * is told no more: which credits are is for their holder, its office, courts and auditors, who
   * see holdings and freezes.
   */
  private static final Map<Account.Kind, String> STATUS =
      Map.of(
          Account.Kind.BUFFER,
          "BUFFERED",
          Account.Kind.FROZEN,
          Account.Kind.HELD.name(),
          Account.Kind.ESCROW,
          Account.Kind.HELD.name());

  private final Found found;
  private final Reader reader;
  private final SerialMoves moves;

  Serials(Found found, Reader reader, SerialMoves moves) {
    this.found = found;
    this.reader = reader;
    this.moves = moves;
  }

  /**
   * One credit, or a block of them. What became of it stands at the top when it is the same for
   * all, and in the parts in any case.
   *
   * @param batch its batch
   * @param cancellation the cancellation that ended all of it, or the settlement of a reversal
   * @param corrections what the authority stated about the batch, if its record is wrong
   * @param links where the life of these credits is told
   * @param parts what became of which of them, in the order of serials
   * @param project its project's id
   * @param projectNumber its project's number
   * @param quantity how many credits
   * @param retirement the retirement that used all of it
   * @param serial its full serial number
   * @param status of all of it: {@code HELD}, {@code BUFFERED}, {@code RETIRED}, {@code CANCELLED}
   * @param training whether it is for practice only
   * @param vintage the year in which the tonnes arose
   */
  record Block(
      BatchId batch,
      Optional<InstructionId> cancellation,
      Optional<List<Corrections.Correction>> corrections,
      Links links,
      List<Part> parts,
      String project,
      String projectNumber,
      long quantity,
      Optional<InstructionId> retirement,
      String serial,
      Optional<String> status,
      boolean training,
      int vintage) {}

  /**
   * Addresses of what the life of some credits is told by. Where a block has been since it was
   * issued, movement by movement, will have its address here when there is one.
   *
   * @param batch its batch
   * @param cancellations what cancelled some of it
   * @param issuance the report of which it was issued, with who verified and who approved it
   * @param project its project
   * @param retirements what retired some of it
   */
  record Links(
      String batch,
      List<String> cancellations,
      String issuance,
      String project,
      List<String> retirements) {}

  /**
   * Credits with consecutive serials of which the same became.
   *
   * @param cancellation the cancellation that ended them, or the settlement of a reversal
   * @param quantity how many
   * @param retirement the retirement that used them
   * @param serial their full serial number
   * @param status {@code HELD}, {@code BUFFERED}, {@code RETIRED}, {@code CANCELLED}
   */
  record Part(
      Optional<InstructionId> cancellation,
      long quantity,
      Optional<InstructionId> retirement,
      String serial,
      String status) {}

  /** What may be told of where some credits are. */
  private record Fate(
      String status, Optional<InstructionId> retirement, Optional<InstructionId> cancellation) {
    static Fate of(Account account) {
      return new Fate(
          STATUS.getOrDefault(account.kind(), account.kind().name()),
          reference(account, Account.Kind.RETIRED),
          reference(account, Account.Kind.CANCELLED));
    }

    private static Optional<InstructionId> reference(Account account, Account.Kind kind) {
      return account.kind() == kind
          ? account.reference().map(InstructionId::new)
          : Optional.empty();
    }
  }

  private record Told(SerialRange serials, Fate fate) {}

  /** Credits that somebody names: a batch and serials in it. */
  record Named(BatchId batch, SerialRange serials) {}

  /**
   * What a serial number or a block names.
   *
   * @throws RequestException when it is neither
   */
  static Named read(String serial) {
    return tryRead(serial)
        .orElseThrow(
            () ->
                wrong(
                    zh("编号须写作 CN-GCS-…-n（练习为 CN-GCST-…-n），编号段须写作 CN-GCS-…-起-止")
                        .en(
                            "a serial number is CN-GCS-…-n (for practice CN-GCST-…-n), a block of"
                                + " them CN-GCS-…-first-last")));
  }

  /**
   * What a text names that may be a serial number or a block.
   *
   * @throws RequestException when it has the form of a block that ends before it begins
   */
  static Optional<Named> tryRead(String text) {
    Matcher matcher = SERIAL.matcher(text.strip().toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(
            new Named(
                new BatchId(matcher.group("batch")),
                range(matcher.group("first"), matcher.group("last"))))
        : Optional.empty();
  }

  /**
   * Credits that somebody asks for.
   *
   * @param id their batch
   * @param serials which
   * @param batch the batch's record
   */
  record Asked(BatchId id, SerialRange serials, ObjectNode batch) {}

  /** The credits of a serial number or of a block of them, as it is printed. */
  Asked asked(String serial) {
    Named named = read(serial);
    BatchId id = named.batch();
    SerialRange asked = named.serials();
    ObjectNode batch = found.must(Batch.key(id));
    long issued = batch.path("issued").asLong();
    if (asked.end() > issued) {
      throw new RequestException(
          GatewayCode.NOT_FOUND,
          zh("批次 %s 的编号为 1 至 %s").en("the batch %s has the serial numbers 1 to %s", id, issued));
    }
    return new Asked(id, asked, batch);
  }

  Block find(String serial) {
    Asked of = asked(serial);
    BatchId id = of.id();
    SerialRange asked = of.serials();
    ObjectNode batch = of.batch();
    List<Told> told = told(id, asked);
    List<Part> parts = told.stream().map(each -> part(id, each)).toList();
    Optional<Part> whole = parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    return new Block(
        id,
        whole.flatMap(Part::cancellation),
        corrections(id),
        links(batch, parts),
        parts,
        batch.path("project").asString(),
        batch.path("projectNumber").asString(),
        asked.count(),
        whole.flatMap(Part::retirement),
        id.serialNumber(asked),
        whole.map(Part::status),
        batch.path("training").asBoolean(),
        batch.path("vintage").asInt());
  }

  private static Links links(ObjectNode batch, List<Part> parts) {
    String id = batch.path("id").asString();
    return new Links(
        at("batches", id),
        parts.stream()
            .flatMap(part -> part.cancellation().stream())
            .distinct()
            .map(each -> at("cancellations", each + "/" + id))
            .toList(),
        at("issuances", batch.path("report").asString()),
        at("projects", batch.path("project").asString()),
        parts.stream()
            .flatMap(part -> part.retirement().stream())
            .distinct()
            .map(each -> at("retirements?instruction=" + each + "&batch=" + id))
            .toList());
  }

  private static String at(String... parts) {
    return Paths.BASE + "/" + String.join("/", parts);
  }

  private static SerialRange range(String first, String last) {
    long start = Long.parseLong(first);
    long end = last == null ? start : Long.parseLong(last);
    if (end < start) {
      throw wrong(zh("编号段的止号不得小于起号").en("a block's last serial number is not before its first"));
    }
    return new SerialRange(start, end);
  }

  private Optional<List<Corrections.Correction>> corrections(BatchId batch) {
    return reader
        .corrections(Batch.key(batch))
        .map(each -> List.of(Codec.convert(each, Corrections.Correction[].class)));
  }

  /** Neighbours of which the public is told the same are one. */
  private List<Told> told(BatchId batch, SerialRange block) {
    List<Told> told = new ArrayList<>();
    for (SerialMoves.Stay stay :
        moves
            .tryFind(batch, block)
            .orElseThrow(() -> wrong(zh("请查询更短的编号段").en("ask for a smaller block")))) {
      Fate fate = Fate.of(stay.account());
      Told last = told.isEmpty() ? null : told.get(told.size() - 1);
      if (last != null && last.fate().equals(fate)) {
        SerialRange both = new SerialRange(last.serials().start(), stay.serials().end());
        told.set(told.size() - 1, new Told(both, fate));
      } else {
        told.add(new Told(stay.serials(), fate));
      }
    }
    if (told.size() > PARTS_MOST) {
      throw wrong(
          zh("该编号段分为 %s 部分以上：请查询更短的编号段")
              .en("the block is in more than %s parts: ask for a smaller one", PARTS_MOST));
    }
    return told;
  }

  private static Part part(BatchId batch, Told told) {
    return new Part(
        told.fate().cancellation(),
        told.serials().count(),
        told.fate().retirement(),
        batch.serialNumber(told.serials()),
        told.fate().status());
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }
}
