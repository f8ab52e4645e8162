// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.BlockOffer;
import org.grasslandcarbon.domain.market.BookEntry;
import org.grasslandcarbon.domain.market.ForwardPledge;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.Venue;
import org.grasslandcarbon.domain.market.VenueReserve;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * What must hold of the state whatever led to it (LEDGER section 8), by sums of its own: it does
 * not rest on the rules, so that a mistake in a rule, which a second run of it would make again, is
 * found here. Serial numbers are sorted on disk.
 */
public final class Invariants {
  /** As many digits as the largest serial number has. */
  private static final int SERIAL_DIGITS = 12;

  private final LedgerState state;
  private final String chaincode;
  private final FindingSink findings;
  private final Scratch serials;
  private final Map<String, Long> money = new TreeMap<>();
  private final Map<String, Long> issuedByReport = new TreeMap<>();

  private Invariants(LedgerState state, String chaincode, FindingSink findings, Scratch serials) {
    this.state = state;
    this.chaincode = chaincode;
    this.findings = findings;
    this.serials = serials;
  }

  /** Checks the whole state. */
  public static void check(LedgerState state, String chaincode, FindingSink findings) {
    try (Scratch serials = state.scratch()) {
      Invariants all = new Invariants(state, chaincode, findings, serials);
      state.forEach(chaincode, all::count);
      all.requirePartitions();
      all.requireMoney();
      state.forEach(chaincode, all::requireSeen);
      state.forEach(chaincode, all::requireIssued);
      state.forEach(chaincode, all::requireLabels);
    }
  }

  private void count(String key, Stored stored) {
    Optional<LedgerRecord> record = read(key, stored);
    if (record.isEmpty()) {
      findings.add(
          FindingCode.RECORD_MISPLACED,
          Place.NOWHERE.key(key),
          zh("由区块 %s 写入").en("written by block %s", stored.block()));
      return;
    }
    countCredits(key, record.get());
    countMoney(record.get());
  }

  /** The record under a key, when it is one in canonical form and stands where it belongs. */
  private static Optional<LedgerRecord> read(String key, Stored stored) {
    Optional<RecordType<? extends LedgerRecord>> type = RecordTypes.of(key);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      LedgerRecord record = Codec.read(stored.value(), type.get().recordClass());
      return record.key().text().equals(key) && Arrays.equals(Codec.write(record), stored.value())
          ? Optional.of(record)
          : Optional.empty();
    } catch (RegistryException | BadValueException e) {
      return Optional.empty();
    }
  }

  private void countCredits(String key, LedgerRecord record) {
    if (record instanceof Holding holding) {
      put(holding.batch().value(), key, holding.held());
      holding.frozen().forEach((freeze, frozen) -> put(holding.batch().value(), key, frozen));
    } else if (record instanceof BufferHolding buffer) {
      put(buffer.batch().value(), key, buffer.buffered());
    } else if (record instanceof Retirement retirement) {
      put(retirement.batch().value(), key, retirement.serials());
    } else if (record instanceof Cancellation cancellation) {
      put(cancellation.batch().value(), key, cancellation.serials());
    } else if (record instanceof Reversal reversal && reversal.settlement().isEmpty()) {
      for (Credits part : reversal.held()) {
        put(part.batch().value(), key, part.serials());
      }
    } else if (record instanceof Listing listing) {
      listing.batch().ifPresent(batch -> put(batch.value(), key, listing.serials()));
    } else if (record instanceof BlockOffer offer) {
      offer.batch().ifPresent(batch -> put(batch.value(), key, offer.serials()));
    } else if (record instanceof Auction auction) {
      auction.batch().ifPresent(batch -> put(batch.value(), key, auction.serials()));
    } else if (record instanceof AuctionBid bid) {
      bid.batch().ifPresent(batch -> put(batch.value(), key, bid.serials()));
    } else if (record instanceof ForwardCredits forward) {
      put(forward.batch().value(), key, forward.serials());
    } else if (record instanceof Batch batch) {
      issuedByReport.merge(batch.report().value(), batch.issued().value(), Math::addExact);
    }
  }

  /** A range is sorted by where it begins; who has it is in the key, so that none hides another. */
  private void put(String batch, String holder, SerialRanges ranges) {
    for (SerialRange range : ranges.ranges()) {
      String start = Long.toString(range.start());
      String padded = "0".repeat(SERIAL_DIGITS - start.length()) + start;
      serials.put(batch + ' ' + padded + ' ' + range.end() + ' ' + holder, range.end());
    }
  }

  private void countMoney(LedgerRecord record) {
    if (record instanceof CashAccount cash) {
      add(cash.asset().value(), cash.available());
      cash.frozen().values().forEach(fen -> add(cash.asset().value(), fen));
      cash.withdrawing().values().forEach(fen -> add(cash.asset().value(), fen));
    } else if (record instanceof BankBook book) {
      add(book.asset().value(), -book.total().value());
    } else if (record instanceof Listing listing) {
      add(assetOf(InstrumentBook.key(listing.instrument()).text()), listing.cash());
    } else if (record instanceof AuctionBid bid) {
      add(assetOf(InstrumentBook.key(bid.instrument()).text()), bid.cash());
    } else if (record instanceof BlockOffer offer) {
      add(assetOf(Venue.key(offer.venue()).text()), offer.cash());
    } else if (record instanceof VenueReserve reserve) {
      add(assetOf(Venue.key(reserve.venue()).text()), reserve.amount());
    } else if (record instanceof Auction auction) {
      add(auction.asset().value(), auction.cash());
    } else if (record instanceof ForwardPledge pledge) {
      add(pledge.asset().value(), pledge.cash());
    } else if (record instanceof BenefitAccount owed) {
      add(owed.asset().value(), owed.owed());
    } else if (record instanceof InstrumentBook book) {
      add(book.asset().value(), book.fees());
      requireUncrossed(book);
    }
  }

  private void add(String asset, Fen fen) {
    add(asset, fen.value());
  }

  private void add(String asset, long fen) {
    money.merge(asset, fen, Math::addExact);
  }

  /** The money that a venue or an instrument settles in. */
  private String assetOf(String key) {
    return state
        .find(chaincode, key)
        .flatMap(stored -> read(key, stored))
        .map(
            record ->
                record instanceof Venue venue
                    ? venue.asset().value()
                    : ((InstrumentBook) record).asset().value())
        .orElse("?");
  }

  private void requireUncrossed(InstrumentBook book) {
    OptionalLong bid = prices(book.buys()).max();
    OptionalLong ask = prices(book.sells()).min();
    if (bid.isPresent() && ask.isPresent() && bid.getAsLong() >= ask.getAsLong()) {
      findings.add(
          FindingCode.BOOK_CROSSED,
          Place.NOWHERE.key(book.key().text()),
          zh("买价 %s，卖价 %s").en("bid %s, ask %s", bid.getAsLong(), ask.getAsLong()));
    }
  }

  private static LongStream prices(List<BookEntry> side) {
    return side.stream().mapToLong(entry -> entry.price().value());
  }

  private void requirePartitions() {
    String batch = "";
    long next = 1;
    for (Map.Entry<String, Long> each : serials.all()) {
      String[] parts = each.getKey().split(" ", 4);
      if (!parts[0].equals(batch)) {
        requireIssuedUpTo(batch, next - 1);
        batch = parts[0];
        next = 1;
      }
      long start = Long.parseLong(parts[1]);
      Place place = Place.NOWHERE.key(parts[3]);
      if (start < next) {
        findings.add(
            FindingCode.SERIALS_OVERLAP,
            place,
            zh("%3$s 的 %1$s-%2$s 在别处也有")
                .en("%s-%s of %s are elsewhere as well", start, parts[2], batch));
      } else if (start > next) {
        findings.add(
            FindingCode.SERIALS_MISSING,
            Place.NOWHERE.key(Batch.TYPE.name() + '\u0000' + batch),
            zh("缺 %s-%s").en("%s-%s are nowhere", next, start - 1));
      }
      next = Math.max(next, each.getValue() + 1);
    }
    requireIssuedUpTo(batch, next - 1);
  }

  /** A batch of which not one serial number is anywhere has not come up in the sums. */
  private void requireSeen(String key, Stored stored) {
    if (RecordTypes.of(key).filter(type -> type == Batch.TYPE).isPresent()) {
      read(key, stored)
          .map(record -> ((Batch) record).id().value())
          .filter(batch -> !serials.hasBeginning(batch + ' '))
          .ifPresent(batch -> requireIssuedUpTo(batch, 0));
    }
  }

  private void requireIssuedUpTo(String batch, long last) {
    if (batch.isEmpty()) {
      return;
    }
    String key = Batch.TYPE.key(batch).text();
    long issued =
        state
            .find(chaincode, key)
            .flatMap(stored -> read(key, stored))
            .map(record -> ((Batch) record).issued().value())
            .orElse(0L);
    if (last != issued) {
      findings.add(
          last > issued ? FindingCode.SERIALS_NOT_ISSUED : FindingCode.SERIALS_MISSING,
          Place.NOWHERE.key(key),
          zh("签发 %s，编号至 %s").en("%s were issued, the serial numbers end at %s", issued, last));
    }
  }

  private void requireMoney() {
    money.forEach(
        (asset, sum) -> {
          if (sum != 0) {
            findings.add(
                FindingCode.CASH_DOES_NOT_ADD_UP,
                Place.NOWHERE,
                zh("%s 相差 %s 分").en("%s is off by %s fen", asset, sum));
          }
        });
  }

  /** A report's batches have what was issued, and that is no more than was quantified. */
  private void requireIssued(String key, Stored stored) {
    if (RecordTypes.of(key).filter(type -> type == MonitoringReport.TYPE).isEmpty()) {
      return;
    }
    read(key, stored)
        .map(MonitoringReport.class::cast)
        .ifPresent(
            report -> {
              long batches = issuedByReport.getOrDefault(report.id().value(), 0L);
              long issued = report.issuance().map(each -> each.issued().value()).orElse(0L);
              BigDecimal broughtForward =
                  report
                      .issuance()
                      .map(
                          each ->
                              each.remainder()
                                  .value()
                                  .add(BigDecimal.valueOf(issued))
                                  .subtract(report.tonnes().value()))
                      .orElse(BigDecimal.ZERO);
              if (batches != issued || broughtForward.compareTo(BigDecimal.ONE) >= 0) {
                findings.add(
                    FindingCode.ISSUED_OTHERWISE,
                    Place.NOWHERE.key(key),
                    zh("量化 %s，签发 %s，各批次合计 %s")
                        .en(
                            "%s quantified, %s issued, %s in batches",
                            report.tonnes(), issued, batches));
              }
            });
  }

  /**
   * What is set apart for use abroad is there once, was issued, and serves no compliance at home,
   * whichever came first: what is retired is not set apart any more.
   */
  private void requireLabels(String key, Stored stored) {
    Optional<RecordType<? extends LedgerRecord>> type = RecordTypes.of(key);
    if (type.filter(each -> each == ExportLabel.TYPE).isPresent()) {
      read(key, stored).map(ExportLabel.class::cast).ifPresent(this::requireDisjointAndIssued);
    } else if (type.filter(each -> each == Retirement.TYPE).isPresent()) {
      read(key, stored)
          .map(Retirement.class::cast)
          .filter(retirement -> retirement.purpose() == Retirement.Purpose.COMPLIANCE)
          .ifPresent(retirement -> requireNotSetApart(key, retirement));
    }
  }

  private void requireDisjointAndIssued(ExportLabel labelled) {
    Place place = Place.NOWHERE.key(labelled.key().text());
    List<SerialRange> ranges =
        labelled.labels().stream()
            .map(ExportLabel.Label::serials)
            .sorted(Comparator.comparingLong(SerialRange::start))
            .toList();
    long last = 0;
    for (SerialRange range : ranges) {
      if (range.start() <= last) {
        findings.add(
            FindingCode.LABELS_OVERLAP,
            place,
            zh("%s 与另一标记重叠").en("%s overlaps with another label", range));
      }
      last = Math.max(last, range.end());
    }
    long issued =
        state
            .find(chaincode, Batch.key(labelled.batch()).text())
            .flatMap(found -> read(Batch.key(labelled.batch()).text(), found))
            .map(record -> ((Batch) record).issued().value())
            .orElse(0L);
    if (last > issued) {
      findings.add(
          FindingCode.LABELS_NOT_ISSUED,
          place,
          zh("签发 %s，标记至 %s").en("%s were issued, the labels end at %s", issued, last));
    }
  }

  private void requireNotSetApart(String key, Retirement retirement) {
    String labels = ExportLabel.key(retirement.batch()).text();
    state
        .find(chaincode, labels)
        .flatMap(found -> read(labels, found))
        .map(ExportLabel.class::cast)
        .ifPresent(
            labelled -> {
              for (ExportLabel.Label label : labelled.labels()) {
                SerialRanges both =
                    new SerialRanges(List.of(label.serials())).common(retirement.serials());
                if (!both.isEmpty()) {
                  findings.add(
                      FindingCode.LABELLED_SURRENDERED,
                      Place.NOWHERE.key(key),
                      zh("%2$s 的 %1$s 标记为境外使用")
                          .en("%s of %s are set apart", both.ranges(), retirement.batch()));
                }
              }
            });
  }
}
