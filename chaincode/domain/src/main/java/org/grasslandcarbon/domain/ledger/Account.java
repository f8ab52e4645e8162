// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

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
  /** The form of a text: the longest today has 62 characters. */
  public static final String PATTERN = "[!-~]{1,120}";

  /** Outside the ledger: where issued credits come from. */
  public static final Account ISSUANCE =
      new Account(Kind.ISSUANCE, Optional.empty(), Optional.empty());

  /** The non-permanence buffer of the batch. */
  public static final Account BUFFER = new Account(Kind.BUFFER, Optional.empty(), Optional.empty());

  /**
   * A kind of account. Its name in lower case begins the text of its accounts and is never renamed.
   * Market and money bring more.
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

  /** The account of a stored text. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Account of(String text) {
    String[] parts = text.split(":", 3);
    Kind kind = Kind.of(parts[0]);
    return switch (kind) {
      case HELD -> new Account(kind, owner(parts), Optional.empty());
      case FROZEN -> new Account(kind, owner(parts), Optional.of(parts[2]));
      case BUFFER, RETIRED, CANCELLED ->
          new Account(
              kind, Optional.empty(), parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
      case ISSUANCE -> ISSUANCE;
      case OTHER -> new Account(kind, Optional.empty(), Optional.of(text));
    };
  }

  private static Optional<ParticipantId> owner(String[] parts) {
    Check.that(parts.length > 1, zh("账户未载明所有人").en("the account names no owner"));
    return Optional.of(new ParticipantId(parts[1]));
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
