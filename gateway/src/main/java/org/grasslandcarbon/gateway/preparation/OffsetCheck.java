// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Sufficiency;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.market.InstrumentBatches;
import org.grasslandcarbon.domain.offset.CapLeft;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetAccount;
import org.grasslandcarbon.domain.offset.OffsetAnswer;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.CreditViews;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Says what a market would take of credits before anybody buys or retires them: the ledger's own
 * computation over the projection. What was recorded of an enterprise is used only where the one
 * who asks may see it; everybody else is answered by what it types.
 */
@Component
public final class OffsetCheck {
  /**
   * Batches that are judged at once of all that is held: what ten instructions can retire, each of
   * which takes fifty, and within what a caller waits for.
   */
  private static final int HELD_MOST = 500;

  private final Reader reader;
  private final int heldMost;

  @Autowired
  public OffsetCheck(Reader reader) {
    this(reader, HELD_MOST);
  }

  OffsetCheck(Reader reader, int heldMost) {
    this.reader = reader;
    this.heldMost = heldMost;
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
   * Whose year in which market is asked about, and who asks.
   *
   * @param request market and year
   * @param enterprise who would retire, if one is named
   * @param seesRecord whether the one who asks may see what is recorded of it
   * @param typed bases that were typed
   */
  public record Whose(
      Compliance request,
      Optional<ParticipantId> enterprise,
      boolean seesRecord,
      OffsetBases typed) {
    private boolean usesRecord() {
      return seesRecord && enterprise.isPresent();
    }
  }

  /** Credits that somebody has, could buy, or thinks of. */
  public sealed interface Wanted {
    /** How they are named in the answer. */
    String said();

    /** How many. */
    Tonnes tonnes();
  }

  /**
   * Credits of a batch.
   *
   * @param batch the batch
   * @param tonnes how many
   */
  public record OfBatch(BatchId batch, Tonnes tonnes) implements Wanted {
    @Override
    public String said() {
      return batch + ":" + tonnes;
    }
  }

  /**
   * Credits of an instrument. Whoever buys them is told of no listing of which batch it is, and may
   * have any of the instrument's: what is told holds of each of them.
   *
   * @param instrument the instrument
   * @param tonnes how many
   */
  public record OfInstrument(InstrumentId instrument, Tonnes tonnes) implements Wanted {
    @Override
    public String said() {
      return instrument + ":" + tonnes;
    }
  }

  /**
   * Credits that are only described.
   *
   * @param lot what they are
   * @param said as the one who asks wrote them
   */
  public record Described(OffsetLot lot, String said) implements Wanted {
    @Override
    public Tonnes tonnes() {
      return lot.tonnes();
    }
  }

  /**
   * The answer.
   *
   * @param basis where bases and use come from
   * @param caps how each cap stands before all of what is asked
   * @param credits the answer for each
   * @param market the market
   * @param notJudged how many more batches are held than are judged at once, where there are more
   * @param rule the row by which it was judged, if there is one
   * @param usableTonnes of all together
   * @param year the compliance year
   */
  public record Answer(
      Basis basis,
      List<CapLeft> caps,
      List<Credits> credits,
      MarketId market,
      Optional<Integer> notJudged,
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
   * @param batches of an instrument: its batches, any of which a purchase may bring
   * @param bindingCap what keeps the rest from being used
   * @param capsAfter how the caps that count them stand after them
   * @param credits as they were asked for
   * @param eligible whether the market takes them at all
   * @param reasons why not, the first first
   * @param tonnes how many were asked for
   * @param usableTonnes how many may be used, after those before them
   */
  public record Credits(
      Optional<List<OneBatch>> batches,
      Optional<String> bindingCap,
      List<CapLeft> capsAfter,
      String credits,
      boolean eligible,
      List<Reason> reasons,
      Tonnes tonnes,
      Tonnes usableTonnes) {}

  /**
   * A batch of an instrument.
   *
   * @param batch the batch
   * @param eligible whether the market takes its credits at all
   * @param reasons why not, the first first
   */
  public record OneBatch(BatchId batch, boolean eligible, List<Reason> reasons) {}

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
   * @param mustBeWanted to be called many times a second
   * @throws RegistryException {@code UNKNOWN_BATCH} or {@code UNKNOWN_INSTRUMENT}
   */
  public Answer check(Whose whose, List<? extends Wanted> wanted, Runnable mustBeWanted) {
    return check(whose, wanted, Optional.empty(), mustBeWanted);
  }

  /**
   * Judges all that the enterprise has at its free disposal and that is not set apart for use
   * abroad, the oldest vintages first.
   *
   * @param mustBeWanted to be called many times a second
   */
  public Answer checkHeld(Whose whose, Runnable mustBeWanted) {
    List<OfBatch> held = new ArrayList<>();
    reader.each(
        Selection.of(CreditViews.HOLDINGS)
            .with(CreditViews.HOLDINGS.column("owner"), whose.enterprise().orElseThrow().value()),
        holding -> {
          mustBeWanted.run();
          long tonnes = holding.path("available").asLong();
          if (tonnes > 0) {
            held.add(new OfBatch(new BatchId(holding.path("batch").asString()), Tonnes.of(tonnes)));
          }
        });
    held.sort(
        Comparator.comparing((OfBatch each) -> InstrumentId.of(each.batch()).vintage())
            .thenComparing(OfBatch::batch));
    List<OfBatch> first = held.subList(0, Math.min(held.size(), heldMost));
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    return check(
        whose,
        first.stream()
            .flatMap(each -> unlabelled(work, whose.enterprise().orElseThrow(), each).stream())
            .toList(),
        Optional.of(held.size() - first.size()).filter(more -> more > 0),
        mustBeWanted);
  }

  /** What is left of a holding without what is set apart for use abroad, if anything is. */
  private static Optional<OfBatch> unlabelled(UnitOfWork work, ParticipantId owner, OfBatch held) {
    if (work.find(ExportLabel.key(held.batch())).isEmpty()) {
      return Optional.of(held);
    }
    Tonnes left = Sufficiency.unlabelled(work, Holding.of(work, held.batch(), owner)).quantity();
    return left.isZero() ? Optional.empty() : Optional.of(new OfBatch(held.batch(), left));
  }

  private Answer check(
      Whose whose,
      List<? extends Wanted> wanted,
      Optional<Integer> notJudged,
      Runnable mustBeWanted) {
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    List<List<Lot>> possible = new ArrayList<>();
    for (Wanted each : wanted) {
      mustBeWanted.run();
      possible.add(possible(work, each));
    }
    OffsetAccount account = account(work, whose);
    List<OffsetLot> lots =
        possible.stream()
            .map(some -> some.stream().map(Lot::offered).reduce(OffsetLot::or).orElseThrow())
            .toList();
    OffsetAnswer answer = account.judge(lots);
    List<Credits> credits = new ArrayList<>();
    Tonnes usable = Tonnes.ZERO;
    for (int i = 0; i < lots.size(); i++) {
      OffsetAnswer.Lot judged = answer.lots().get(i);
      Wanted asked = wanted.get(i);
      credits.add(
          new Credits(
              asked instanceof OfInstrument
                  ? Optional.of(oneByOne(account, possible.get(i)))
                  : Optional.empty(),
              judged.bindingCap(),
              judged.capsAfter(),
              asked.said(),
              judged.isEligible(),
              reasons(judged),
              asked.tonnes(),
              judged.usable()));
      usable = usable.plus(judged.usable());
    }
    return new Answer(
        basis(whose),
        answer.caps(),
        credits,
        whose.request().market(),
        notJudged,
        answer.rule().map(row -> new Row(row.name(), row.status(), row.unread(), row.version())),
        usable,
        whose.request().year());
  }

  private static List<OneBatch> oneByOne(OffsetAccount account, List<Lot> batches) {
    return batches.stream()
        .map(
            each -> {
              OffsetAnswer.Lot judged = account.judge(List.of(each.offered())).lots().get(0);
              return new OneBatch(each.batch().orElseThrow(), judged.isEligible(), reasons(judged));
            })
        .toList();
  }

  private static List<Reason> reasons(OffsetAnswer.Lot judged) {
    return judged.reasons().stream().map(Reason::of).toList();
  }

  private static Basis basis(Whose whose) {
    if (!whose.usesRecord()) {
      return Basis.TYPED;
    }
    return whose.typed().hasAny() ? Basis.TYPED_BASES : Basis.RECORDED;
  }

  private static OffsetAccount account(UnitOfWork work, Whose whose) {
    if (!whose.usesRecord()) {
      return OffsetAccount.typed(work, whose.request(), whose.enterprise(), whose.typed());
    }
    OffsetAccount recorded =
        OffsetAccount.recorded(work, whose.request(), whose.enterprise().orElseThrow());
    return whose.typed().hasAny() ? recorded.withBases(whose.typed()) : recorded;
  }

  /** What some credits may be; of a batch where they are of one. */
  private record Lot(Optional<BatchId> batch, OffsetLot offered) {
    static Lot of(Batch batch, Tonnes tonnes) {
      return new Lot(Optional.of(batch.id()), batch.offered(tonnes));
    }
  }

  private static List<Lot> possible(UnitOfWork work, Wanted wanted) {
    if (wanted instanceof OfBatch of) {
      Batch batch =
          work.find(Batch.key(of.batch()))
              .orElseThrow(
                  () ->
                      new RegistryException(
                          ErrorCode.UNKNOWN_BATCH,
                          zh("账本上没有批次 %s").en("batch %s is not on the ledger", of.batch())));
      return List.of(Lot.of(batch, of.tonnes()));
    }
    if (wanted instanceof OfInstrument of) {
      List<Lot> batches =
          InstrumentBatches.of(work, of.instrument()).batches().stream()
              .map(batch -> Lot.of(batch, of.tonnes()))
              .toList();
      if (batches.isEmpty()) {
        throw new RegistryException(
            ErrorCode.UNKNOWN_INSTRUMENT,
            zh("交易标的 %s 尚无签发的批次").en("no batch of instrument %s has been issued", of.instrument()));
      }
      return batches;
    }
    return List.of(new Lot(Optional.empty(), ((Described) wanted).lot()));
  }
}
