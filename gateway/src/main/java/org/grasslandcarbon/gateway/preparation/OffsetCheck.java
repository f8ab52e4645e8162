// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.offset.CapLeft;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetAccount;
import org.grasslandcarbon.domain.offset.OffsetAnswer;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;

/**
 * Says what a market would take of credits before anybody buys or retires them: the ledger's own
 * computation over the projection. What was recorded of an enterprise is used only where the one
 * who asks may see it; everybody else is answered by what it types.
 */
@Component
public final class OffsetCheck {
  private final Reader reader;

  public OffsetCheck(Reader reader) {
    this.reader = reader;
  }

  /** Where the bases and the use so far come from. */
  public enum Basis {
    /** The ledger: the office recorded the bases, retirements made the use. */
    RECORDED,
    /** The ledger's use, and bases that were typed in place of the recorded ones. */
    TYPED_BASES,
    /** Bases that were typed, and no use before. */
    TYPED
  }

  /**
   * What is asked.
   *
   * @param request market and year
   * @param enterprise who would retire, if one is named
   * @param seesRecord whether the one who asks may see what is recorded of it
   * @param typed bases that were typed
   * @param wanted the credits
   */
  public record Asked(
      Compliance request,
      Optional<ParticipantId> enterprise,
      boolean seesRecord,
      OffsetBases typed,
      List<Wanted> wanted) {
    public Asked {
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Credits of a batch, or credits that are only described.
   *
   * @param batch the batch, if they are of one
   * @param described what they are, if they are not
   * @param said as the one who asks wrote them
   * @param tonnes how many
   */
  public record Wanted(
      Optional<BatchId> batch, Optional<OffsetLot> described, String said, Tonnes tonnes) {}

  /**
   * The answer.
   *
   * @param basis where bases and use come from
   * @param caps how each cap stands before all of what is asked
   * @param credits the answer for each
   * @param market the market
   * @param rule the row by which it was judged, if there is one
   * @param usableTonnes of all together
   * @param year the compliance year
   */
  public record Answer(
      Basis basis,
      List<CapLeft> caps,
      List<Credits> credits,
      MarketId market,
      Optional<Row> rule,
      Tonnes usableTonnes,
      int year) {}

  /**
   * A row, as far as an answer tells it.
   *
   * @param name zh and en
   * @param status what may be done by it
   * @param unread what of the documents nobody has read
   * @param version its version
   */
  public record Row(Name name, OffsetRule.Status status, List<String> unread, int version) {}

  /**
   * The answer for some credits.
   *
   * @param bindingCap what keeps the rest from being used
   * @param capsAfter how the caps that count them stand after them
   * @param credits as they were asked for
   * @param eligible whether the market takes them at all
   * @param reasons why not, the first first
   * @param tonnes how many were asked for
   * @param usableTonnes how many may be used, after those before them
   */
  public record Credits(
      Optional<String> bindingCap,
      List<CapLeft> capsAfter,
      String credits,
      boolean eligible,
      List<Reason> reasons,
      Tonnes tonnes,
      Tonnes usableTonnes) {}

  /**
   * A reason.
   *
   * @param code the reason
   * @param detail what exactly is so, in English
   * @param detailZh the same in Chinese
   * @param remedy what would make them eligible, in English
   * @param remedyZh the same in Chinese
   */
  public record Reason(
      String code, String detail, String detailZh, String remedy, String remedyZh) {
    static Reason of(OffsetAnswer.Finding finding) {
      return new Reason(
          finding.reason().name(),
          finding.detail().en(),
          finding.detail().zh(),
          finding.reason().remedyEn(),
          finding.reason().remedyZh());
    }
  }

  /**
   * Judges and writes nothing.
   *
   * @throws RegistryException {@code UNKNOWN_BATCH}
   */
  public Answer check(Asked asked) {
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    List<OffsetLot> lots = asked.wanted().stream().map(each -> lot(work, each)).toList();
    OffsetAnswer answer = account(work, asked).judge(lots);
    List<Credits> credits = new ArrayList<>();
    Tonnes usable = Tonnes.ZERO;
    for (int i = 0; i < lots.size(); i++) {
      OffsetAnswer.Lot judged = answer.lots().get(i);
      credits.add(
          new Credits(
              judged.bindingCap(),
              judged.capsAfter(),
              asked.wanted().get(i).said(),
              judged.isEligible(),
              judged.reasons().stream().map(Reason::of).toList(),
              lots.get(i).tonnes(),
              judged.usable()));
      usable = usable.plus(judged.usable());
    }
    return new Answer(
        basis(asked),
        answer.caps(),
        credits,
        asked.request().market(),
        answer.rule().map(row -> new Row(row.name(), row.status(), row.unread(), row.version())),
        usable,
        asked.request().year());
  }

  private static boolean usesRecord(Asked asked) {
    return asked.seesRecord() && asked.enterprise().isPresent();
  }

  private static Basis basis(Asked asked) {
    if (!usesRecord(asked)) {
      return Basis.TYPED;
    }
    return asked.typed().hasAny() ? Basis.TYPED_BASES : Basis.RECORDED;
  }

  private static OffsetAccount account(UnitOfWork work, Asked asked) {
    if (!usesRecord(asked)) {
      return OffsetAccount.typed(work, asked.request(), asked.enterprise(), asked.typed());
    }
    OffsetAccount recorded =
        OffsetAccount.recorded(work, asked.request(), asked.enterprise().orElseThrow());
    return asked.typed().hasAny() ? recorded.withBases(asked.typed()) : recorded;
  }

  private static OffsetLot lot(UnitOfWork work, Wanted wanted) {
    return wanted
        .batch()
        .map(
            id ->
                work.find(Batch.key(id))
                    .orElseThrow(
                        () ->
                            new RegistryException(
                                ErrorCode.UNKNOWN_BATCH,
                                zh("账本上没有批次 %s").en("batch %s is not on the ledger", id)))
                    .offered(wanted.tonnes()))
        .orElseGet(() -> wanted.described().orElseThrow());
  }
}
