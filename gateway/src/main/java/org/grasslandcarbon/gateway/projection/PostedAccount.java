// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * An account of a posting, taken apart: {@code held:OWNER}, {@code frozen:OWNER:FREEZE}, {@code
 * retired:ID}, {@code buffer}, {@code buffer:REVERSAL} (on hold) and whatever later versions add in
 * the same form.
 *
 * @param kind the first part
 * @param owner the participant whose it is, for accounts that have one
 * @param reference the last part, when it names no owner: the retirement, cancellation, reversal or
 *     freeze
 */
public record PostedAccount(String kind, Optional<String> owner, Optional<String> reference) {
  /** Accounts whose contents their owner may use. */
  private static final String FREE = "held";

  private static final Pattern PARTICIPANT = Pattern.compile(ParticipantId.PATTERN);

  /** Takes an account's name apart. */
  public static PostedAccount parse(String account) {
    String[] parts = account.split(":");
    boolean owned = parts.length > 1 && PARTICIPANT.matcher(parts[1]).matches();
    int rest = owned ? 2 : 1;
    return new PostedAccount(
        parts[0],
        owned ? Optional.of(parts[1]) : Optional.empty(),
        parts.length > rest ? Optional.of(parts[rest]) : Optional.empty());
  }

  boolean isFree() {
    return kind.equals(FREE);
  }
}
