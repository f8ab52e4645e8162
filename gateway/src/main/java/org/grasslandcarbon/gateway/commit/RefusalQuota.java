// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Holds every participant to a number of refused instructions an hour at this gateway. A refused
 * instruction costs every office as much as an applied one, for ever, and whoever sends it nothing.
 * What has no outcome yet counts as if it were to be refused, or thousands could be under way
 * before the first refusal is known; who is refused seldom does not notice. Safe for use by many
 * threads.
 */
public final class RefusalQuota {
  private static final Duration PERIOD = Duration.ofHours(1);

  /** Participants of whose refusals one knows; the one longest silent is forgotten. */
  private static final int PARTICIPANTS_MOST = 10_000;

  private final int perHour;
  private final InstantSource clock;

  // Guarded by this.
  private final Map<ParticipantId, Account> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParticipantId, Account> eldest) {
          return size() > PARTICIPANTS_MOST;
        }
      };
  private final Map<Sha256, Reserved> underWay = new HashMap<>();

  /** What a participant has left, and what is under way. */
  private static final class Account {
    private double left;
    private Instant at;
    private int underWay;

    private Account(double left, Instant at) {
      this.left = left;
      this.at = at;
    }
  }

  /** An instruction under way; the same text can be, signed again. */
  private static final class Reserved {
    private final Account account;
    private int count;

    private Reserved(Account account) {
      this.account = account;
    }
  }

  /**
   * @param perHour refused instructions an hour of one participant, as many at once; 0 for no limit
   */
  public RefusalQuota(int perHour, InstantSource clock) {
    this.perHour = perHour;
    this.clock = clock;
  }

  /**
   * Makes room for an instruction that is about to be accepted.
   *
   * @param digest of the signed text
   * @return whether there is room; if so, {@link #ended} or {@link #release} follows
   */
  public synchronized boolean admit(ParticipantId participant, Sha256 digest) {
    if (perHour == 0) {
      return true;
    }
    Account account = filled(participant);
    if (account.left - account.underWay < 1) {
      return false;
    }
    account.underWay++;
    underWay.computeIfAbsent(digest, any -> new Reserved(account)).count++;
    return true;
  }

  private Account filled(ParticipantId participant) {
    Instant now = clock.instant();
    Account account = accounts.computeIfAbsent(participant, any -> new Account(perHour, now));
    double hours = Duration.between(account.at, now).toMillis() / (double) PERIOD.toMillis();
    account.left = Math.min(perHour, account.left + Math.max(0, hours) * perHour);
    account.at = now;
    return account;
  }

  /** It was not accepted after all, or was there already. */
  public void release(Sha256 digest) {
    end(digest, false);
  }

  /** An instruction has its outcome. One of an earlier life of this gateway is not counted. */
  public void ended(FinalOutcome outcome) {
    String code = outcome.verdict().code();
    end(
        outcome.digest(),
        !code.equals(Verdict.APPLIED) && !code.equals(ErrorCode.DUPLICATE.name()));
  }

  private synchronized void end(Sha256 digest, boolean refused) {
    Reserved reserved = underWay.get(digest);
    if (reserved == null) {
      return;
    }
    reserved.account.underWay--;
    reserved.account.left -= refused ? 1 : 0;
    if (--reserved.count == 0) {
      underWay.remove(digest);
    }
  }
}
