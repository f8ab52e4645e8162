// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What of a project's vintage year was sold before it was issued, as far as it is not delivered
 * (LEDGER section 6). The market writes it and issuance reads it: that is why it stands here, below
 * both. One small record, so that an issuance reads one key more a vintage.
 *
 * @param instrument the project and the year
 * @param open the sales, the oldest first
 * @param tonnes the tonnes of all of them together
 */
public record ForwardSales(InstrumentId instrument, @Most(OPEN_MOST) List<Sale> open, Tonnes tonnes)
    implements LedgerRecord {

  /** The type of these records: how much everybody sees, who and to whom those who supervise. */
  public static final RecordType<ForwardSales> TYPE =
      new RecordType<>(
          "FORWARD_SALES",
          ForwardSales.class,
          Visibility.PUBLIC.except(
              "/open",
              Visibility.to(
                  Audience.EXCHANGE, Audience.OFFICES, Audience.COURT, Audience.AUDITOR)));

  /** As LEDGER section 6 has it; every issuance of the year goes through them. */
  public static final int OPEN_MOST = 10;

  /** All that a vintage year can have: what is issued for a forward is always set aside for it. */
  static final int BATCHES_MOST = 999;

  /**
   * One sale.
   *
   * @param batches those of which something is set aside for it
   * @param buyer who bought
   * @param deliveryDay the last day on which what is issued is set aside for it
   * @param forward the contract
   * @param missing tonnes that have not been issued for it
   * @param seller who sold
   * @param waiting tonnes that are set aside and not paid for yet
   */
  public record Sale(
      @Most(BATCHES_MOST) List<BatchId> batches,
      ParticipantId buyer,
      LocalDate deliveryDay,
      InstructionId forward,
      Tonnes missing,
      ParticipantId seller,
      Tonnes waiting) {

    public Sale {
      batches = List.copyOf(batches);
    }

    /** A sale of which nothing is issued yet. */
    public static Sale of(
        InstructionId forward,
        ParticipantId seller,
        ParticipantId buyer,
        Tonnes tonnes,
        LocalDate deliveryDay) {
      return new Sale(List.of(), buyer, deliveryDay, forward, tonnes, seller, Tonnes.ZERO);
    }

    /** Where what is set aside for it is. */
    public CreditPlace.SoldForward place() {
      return new CreditPlace.SoldForward(seller, buyer, forward);
    }

    /** The sale after all that is set aside for it of a batch has left. */
    public Sale without(Credits left) {
      return new Sale(
          batches.stream().filter(each -> !each.equals(left.batch())).toList(),
          buyer,
          deliveryDay,
          forward,
          missing,
          seller,
          waiting.minus(left.serials().quantity()));
    }

    private Sale with(Credits setAside) {
      List<BatchId> more = new ArrayList<>(batches);
      more.add(setAside.batch());
      Tonnes some = setAside.serials().quantity();
      return new Sale(
          more, buyer, deliveryDay, forward, missing.minus(some), seller, waiting.plus(some));
    }

    private Tonnes undelivered() {
      return missing.plus(waiting);
    }

    private Tonnes dueOn(LocalDate day) {
      return day.isAfter(deliveryDay) ? Tonnes.ZERO : missing;
    }
  }

  public ForwardSales {
    open = List.copyOf(open);
  }

  private static ForwardSales of(InstrumentId instrument, List<Sale> open) {
    Tonnes all = open.stream().map(Sale::undelivered).reduce(Tonnes.ZERO, Tonnes::plus);
    return new ForwardSales(instrument, open, all);
  }

  /** The key of an instrument's sales. */
  public static Key<ForwardSales> key(InstrumentId instrument) {
    return TYPE.key(instrument.value());
  }

  /** An instrument's sales; none where nobody has sold it forward. */
  public static ForwardSales of(Records records, InstrumentId instrument) {
    return records.find(key(instrument)).orElseGet(() -> of(instrument, List.of()));
  }

  /**
   * Moves of new credits what is due into the escrow of the sales, the oldest first, before their
   * owner has any of them: it cannot sell them to somebody else.
   *
   * @param fresh new credits that the buffer does not take
   * @return what is left for the owner
   */
  public static SerialRanges setAside(Act act, Credits fresh) {
    Optional<ForwardSales> found = act.find(key(InstrumentId.of(fresh.batch())));
    SerialRanges left = fresh.serials();
    if (found.isEmpty() || found.get().open.isEmpty()) {
      return left;
    }
    List<Sale> after = new ArrayList<>();
    for (Sale sale : found.get().open) {
      Tonnes due = sale.dueOn(act.today());
      Tonnes now = left.quantity().isAtLeast(due) ? due : left.quantity();
      if (now.isZero()) {
        after.add(sale);
        continue;
      }
      SerialRanges.Split split = left.takeLowest(now);
      Credits some = new Credits(fresh.batch(), split.taken());
      act.move(some, new CreditPlace.Unissued(), sale.place());
      after.add(sale.with(some));
      left = split.rest();
    }
    act.write(of(found.get().instrument, after));
    return left;
  }

  /** A sale by its contract. */
  public Optional<Sale> sale(InstructionId forward) {
    return open.stream().filter(each -> each.forward.equals(forward)).findFirst();
  }

  /** Tonnes that are sold and not issued. */
  public Tonnes missing() {
    return open.stream().map(Sale::missing).reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** Tonnes that somebody has bought and not got. */
  public Tonnes boughtBy(ParticipantId buyer) {
    return open.stream()
        .filter(each -> each.buyer.equals(buyer))
        .map(Sale::undelivered)
        .reduce(Tonnes.ZERO, Tonnes::plus);
  }

  /** The sales with one more, behind all others. */
  public ForwardSales with(Sale added) {
    List<Sale> more = new ArrayList<>(open);
    more.add(added);
    return of(instrument, more);
  }

  /** The sales after one of them has changed. */
  public ForwardSales with(InstructionId forward, UnaryOperator<Sale> change) {
    return of(
        instrument,
        open.stream()
            .map(each -> each.forward.equals(forward) ? change.apply(each) : each)
            .toList());
  }

  /** The sales without one that has ended. */
  public ForwardSales without(InstructionId forward) {
    return of(instrument, open.stream().filter(each -> !each.forward.equals(forward)).toList());
  }

  @Override
  public Key<ForwardSales> key() {
    return key(instrument);
  }
}
