// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Where credits of a batch or money can be: the source or destination of a {@link Posting}. At
 * every moment the accounts of a batch partition its serials. Stored as a text: its kind, whose it
 * is and what names it, with colons between.
 *
 * @param kind the kind, by which totals are kept
 * @param owner whose it is; nobody's where no participant has what is there
 * @param reference what retired, cancelled, froze or holds what is there; of an account of a kind
 *     that this version does not know, its whole text
 */
public record Account(
    Kind kind, Optional<ParticipantId> owner, @Most(120) Optional<String> reference) {
  /** The form of a text: the longest today has 67 characters. */
  public static final String PATTERN = "[!-~]{1,120}";

  /** Outside the ledger: where issued credits come from. */
  public static final Account ISSUANCE =
      new Account(Kind.ISSUANCE, Optional.empty(), Optional.empty());

  /** The non-permanence buffer of the batch. */
  public static final Account BUFFER = new Account(Kind.BUFFER, Optional.empty(), Optional.empty());

  /**
   * A kind of account. Its name in lower case begins the text of its accounts and is never renamed.
   */
  public enum Kind {
    /** At a holder's free disposal. */
    HELD(true, Visibility.ACCOUNT),
    /** A holder's, under a freeze. */
    FROZEN(false, Visibility.ACCOUNT),
    /** Withheld against reversal, on hold for one or not. */
    BUFFER(false, Visibility.PUBLIC),
    /** Retired for ever. */
    RETIRED(false, Visibility.PUBLIC),
    /** Cancelled for ever. */
    CANCELLED(false, Visibility.PUBLIC),
    /** Outside the ledger, before issuance. */
    ISSUANCE(false, Visibility.PUBLIC),
    /** Money at a participant's free disposal: its claim on a settlement bank. */
    CASH(true, Visibility.ACCOUNT),
    /** Credits or money that stand behind a listing, an offer, a bid or a contract. */
    ESCROW(false, Visibility.ACCOUNT),
    /** Money on its way out, until the bank says that it is paid. */
    WITHDRAWING(false, Visibility.ACCOUNT),
    /** Outside the ledger: a settlement bank, where money comes from and goes to. */
    BANK(false, Visibility.ACCOUNT),
    /** Fees of an instrument that its exchange has not collected. */
    FEES(false, Visibility.to(Audience.EXCHANGE, Audience.OFFICES, Audience.AUDITOR)),
    /** A venue's risk reserve. */
    RESERVE(false, Visibility.to(Audience.EXCHANGE, Audience.OFFICES, Audience.AUDITOR)),
    /** Shares of a sale for beneficiaries who cannot be paid yet. */
    BENEFIT(false, Visibility.PUBLIC),
    /** Of a newer version of the chaincode: until it is known, shown to auditors only. */
    OTHER(false, Visibility.to(Audience.AUDITOR));

    private final boolean available;
    private final Visibility visibility;

    Kind(boolean available, Visibility visibility) {
      this.available = available;
      this.visibility = visibility;
    }

    /** How it begins the text of an account, and what totals call it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its owner may use what is there. */
    public boolean isAvailable() {
      return available;
    }

    /** Who may see that something came or left; whoever may see one side sees the movement. */
    public Visibility visibility() {
      return visibility;
    }

    private static Kind of(String text) {
      return Arrays.stream(values())
          .filter(kind -> kind != OTHER && kind.text().equals(text))
          .findFirst()
          .orElse(OTHER);
    }
  }

  /**
   * The account of a stored text. What this version would not write in the same way is of a newer
   * one, and of a kind that is not known.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Account of(String text) {
    String[] parts = text.split(":", 3);
    Kind kind = Kind.of(parts[0]);
    Account account =
        switch (kind) {
          case HELD, FROZEN, CASH, ESCROW, WITHDRAWING, BANK ->
              new Account(kind, part(parts, 1).map(ParticipantId::new), part(parts, 2));
          case BUFFER, RETIRED, CANCELLED, FEES, RESERVE ->
              new Account(kind, Optional.empty(), part(parts, 1));
          // A project and a line of its plan: the colon between them is part of the name.
          case BENEFIT -> new Account(kind, Optional.empty(), part(text.split(":", 2), 1));
          case ISSUANCE -> ISSUANCE;
          case OTHER -> other(text);
        };
    return account.isWhole() && account.text().equals(text) ? account : other(text);
  }

  private static Account other(String text) {
    return new Account(Kind.OTHER, Optional.empty(), Optional.of(text));
  }

  private static Optional<String> part(String[] parts, int number) {
    return number < parts.length ? Optional.of(parts[number]) : Optional.empty();
  }

  /** Whether it says whose it is and under which freeze, where its kind does. */
  private boolean isWhole() {
    return switch (kind) {
      case HELD, BANK -> owner.isPresent() && reference.isEmpty();
      case FROZEN, CASH, ESCROW, WITHDRAWING -> owner.isPresent() && reference.isPresent();
      case RETIRED, CANCELLED, FEES, RESERVE, BENEFIT -> reference.isPresent();
      case BUFFER, ISSUANCE, OTHER -> true;
    };
  }

  /**
   * In the buffer of the batch and on hold for a reversal. Its kind is the buffer's, because to
   * everybody but the certifier who settles the reversal these credits are in the buffer.
   */
  public static Account bufferHold(InstructionId reversal) {
    return new Account(Kind.BUFFER, Optional.empty(), Optional.of(reversal.value()));
  }

  /** At a holder's free disposal. */
  public static Account held(ParticipantId holder) {
    return new Account(Kind.HELD, Optional.of(holder), Optional.empty());
  }

  /** A holder's, under a freeze. */
  public static Account frozen(ParticipantId holder, InstructionId freeze) {
    return new Account(Kind.FROZEN, Optional.of(holder), Optional.of(freeze.value()));
  }

  /** Retired for ever by one retirement. */
  public static Account retired(InstructionId retirement) {
    return new Account(Kind.RETIRED, Optional.empty(), Optional.of(retirement.value()));
  }

  /** Cancelled for ever by one cancellation. */
  public static Account cancelled(InstructionId cancellation) {
    return new Account(Kind.CANCELLED, Optional.empty(), Optional.of(cancellation.value()));
  }

  /** A participant's money at a settlement bank. */
  public static Account cash(ParticipantId owner, ParticipantId bank) {
    return new Account(Kind.CASH, Optional.of(owner), Optional.of(bank.value()));
  }

  /** What stands behind a participant's listing, offer, bid or contract. */
  public static Account escrow(ParticipantId owner, InstructionId behind) {
    return new Account(Kind.ESCROW, Optional.of(owner), Optional.of(behind.value()));
  }

  /** A participant's money on its way out. */
  public static Account withdrawing(ParticipantId owner, InstructionId withdrawal) {
    return new Account(Kind.WITHDRAWING, Optional.of(owner), Optional.of(withdrawal.value()));
  }

  /** Outside the ledger, at a settlement bank. */
  public static Account bank(ParticipantId bank) {
    return new Account(Kind.BANK, Optional.of(bank), Optional.empty());
  }

  /** Fees that accrue with an instrument. */
  public static Account fees(InstrumentId instrument) {
    return new Account(Kind.FEES, Optional.empty(), Optional.of(instrument.value()));
  }

  /** A venue's risk reserve. */
  public static Account reserve(VenueId venue) {
    return new Account(Kind.RESERVE, Optional.empty(), Optional.of(venue.value()));
  }

  /**
   * What a line of a project's plan of benefits is owed.
   *
   * @param line the line, from 1
   */
  public static Account benefit(ProjectNumber project, int line) {
    return new Account(Kind.BENEFIT, Optional.empty(), Optional.of(project + ":" + line));
  }

  /** The text as it is stored. */
  @JsonValue
  public String text() {
    return kind == Kind.OTHER
        ? reference.orElseThrow()
        : kind.text()
            + owner.map(each -> ":" + each).orElse("")
            + reference.map(each -> ":" + each).orElse("");
  }

  @Override
  public String toString() {
    return text();
  }
}
