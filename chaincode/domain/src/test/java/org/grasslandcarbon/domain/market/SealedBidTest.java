// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** A bid is sealed as its page says, to the byte. */
class SealedBidTest {
  private static final Path PAGE = Path.of("../../docs/reference/market.md");

  private static final SealedBid BID =
      new SealedBid(
          new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
          new ParticipantId("91110000600037341L"),
          Fen.of(9_600),
          Tonnes.of(2_000),
          "1f".repeat(32));

  private static String only(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(PAGE));
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    String found = matcher.group(1);
    assertThat(matcher.find()).as("twice").isFalse();
    return found;
  }

  @Test
  void the_page_s_example_is_what_the_ledger_computes() throws IOException {
    String text = only(Pattern.compile("(?m)^(\\{\"auction\":.*\"salt\":.*})$"));
    String digest = only(Pattern.compile("(?m)^([0-9a-f]{64})$"));
    assertThat(Codec.read(text, SealedBid.class)).isEqualTo(BID);
    assertThat(Codec.text(BID)).isEqualTo(text);
    assertThat(BID.digest().value()).isEqualTo(digest);
  }

  /** Without any class of the registry, as somebody would who has the page only. */
  @Test
  void anybody_can_seal_a_bid_with_the_page_and_sha_256() throws NoSuchAlgorithmException {
    String text =
        "{\"auction\":\"%s\",\"bidder\":\"%s\",\"price\":%d,\"quantity\":%d,\"salt\":\"%s\"}"
            .formatted(
                "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6",
                "91110000600037341L",
                9_600,
                2_000,
                "1f".repeat(32));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(BID.digest().value()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void a_salt_is_32_bytes_in_lower_case() {
    for (String salt : new String[] {"1f".repeat(31), "1F".repeat(32), "1f".repeat(33), ""}) {
      assertThatThrownBy(
              () -> new SealedBid(BID.auction(), BID.bidder(), BID.price(), BID.quantity(), salt))
          .isInstanceOf(BadValueException.class);
    }
  }
}
