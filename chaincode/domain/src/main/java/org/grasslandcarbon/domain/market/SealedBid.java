// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A bid of an auction as its bidder seals it: only the {@link #digest} is placed, and the rest is
 * told when nobody can bid any more. Auction and bidder are sealed with it, so that whoever copies
 * another's digest can never reveal it; the salt keeps everybody from trying all prices.
 *
 * @param auction the auction
 * @param bidder who bids
 * @param price fen a tonne
 * @param quantity tonnes
 * @param salt 32 random bytes in lower-case hexadecimal, new for each bid
 */
public record SealedBid(
    InstructionId auction,
    ParticipantId bidder,
    Fen price,
    Tonnes quantity,
    @Most(SALT_CHARACTERS) String salt) {
  /** The form of a salt. */
  public static final String SALT_PATTERN = "[0-9a-f]{64}";

  static final int SALT_CHARACTERS = 64;

  private static final Pattern SALT = Pattern.compile(SALT_PATTERN);

  public SealedBid {
    requireSalt(salt);
  }

  static void requireSalt(String salt) {
    Check.matches(
        SALT,
        salt,
        zh("盐值须为 32 个随机字节，以 64 位小写十六进制数字表示")
            .en("a salt is 32 random bytes in 64 lower-case hex digits"));
  }

  /** What is placed: SHA-256 of the bid's canonical JSON. */
  public Sha256 digest() {
    return Sha256.of(Codec.write(this));
  }
}
