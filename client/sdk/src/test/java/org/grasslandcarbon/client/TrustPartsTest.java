// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.client.TestOffices.Identity;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** What offices on machines of their own say of themselves. */
class TrustPartsTest {
  private static final List<Identity> AUTHORITIES =
      List.of("BeijingMSP", "HebeiMSP", "InnerMongoliaMSP", "TianjinMSP").stream()
          .map(TestOffices::authority)
          .toList();

  private final TrustParts parts = new TrustParts();

  private static TrustFile.Organisation organisation(Identity authority, String... revoked) {
    return new TrustFile.Organisation(
        authority.mspId(), List.of(revoked), List.of(authority.root()));
  }

  private static byte[] part(int needed, TrustFile.Organisation... organisations) {
    return part("grassland", needed, organisations);
  }

  private static byte[] part(String channel, int needed, TrustFile.Organisation... organisations) {
    String all =
        List.of(organisations).stream().map(Codec::text).collect(Collectors.joining(",", "[", "]"));
    return "{\"chaincode\":\"registry\",\"channel\":\"%s\",\"needed\":%s,\"organisations\":%s}"
        .formatted(channel, needed, all)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void refused(String name, byte[] part, String... why) {
    assertThatThrownBy(() -> parts.add(name, part))
        .isInstanceOf(BadValueException.class)
        .message()
        .contains(why);
  }

  @Test
  void parts_of_all_offices_make_the_whole_in_whatever_order_they_come() {
    for (int office : new int[] {2, 0, 3, 1}) {
      parts.add("part " + office, part(3, organisation(AUTHORITIES.get(office))));
    }
    TrustFile whole = parts.whole();
    assertThat(whole.needed()).isEqualTo(3);
    assertThat(whole.organisations())
        .isEqualTo(AUTHORITIES.stream().map(each -> organisation(each)).toList());
    assertThat(VerifiedCertificate.trust(Codec.write(whole))).isEqualTo(whole);
  }

  @Test
  void with_fewer_offices_than_must_vouch_there_is_no_file() {
    parts.add("a", part(3, organisation(AUTHORITIES.get(0))));
    parts.add("b", part(3, organisation(AUTHORITIES.get(1))));
    assertThatThrownBy(parts::whole)
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining(
            "3 organisations must vouch, and there are only 2: BeijingMSP, Hebei");
    assertThatThrownBy(new TrustParts()::whole).isInstanceOf(BadValueException.class);
  }

  @Test
  void who_asks_for_other_numbers_or_is_of_another_ledger_is_named() {
    parts.add("a", part(3, organisation(AUTHORITIES.get(0))));
    refused("b", part(2, organisation(AUTHORITIES.get(1))), "needed of a is 3", "of b is 2");
    refused("c", part("other", 3, organisation(AUTHORITIES.get(1))), "channel of a", "c is other");
  }

  private static byte[] named(String genesis, TrustFile.Organisation organisation) {
    return new String(part(3, organisation), StandardCharsets.UTF_8)
        .replace("\"needed\"", "\"genesis\":\"" + genesis.repeat(64) + "\",\"needed\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_first_block_is_the_one_that_all_name_who_name_one() {
    parts.add("a", part(3, organisation(AUTHORITIES.get(0))));
    parts.add("b", named("1", organisation(AUTHORITIES.get(1))));
    refused("c", named("2", organisation(AUTHORITIES.get(2))), "genesis of a", "of c is 22");
    parts.add("d", named("1", organisation(AUTHORITIES.get(3))));
    assertThat(parts.whole().genesis()).contains(new Sha256("1".repeat(64)));
  }

  @Test
  void two_files_with_other_roots_of_an_office_are_named_with_the_fingerprints() {
    Identity another = TestOffices.authority("BeijingMSP");
    parts.add("a", part(3, organisation(AUTHORITIES.get(0))));
    refused(
        "b",
        part(3, organisation(AUTHORITIES.get(1)), organisation(another)),
        "a and b do not have the same roots of BeijingMSP",
        AUTHORITIES.get(0).root().fingerprint(),
        another.root().fingerprint());
  }

  @Test
  void what_one_of_two_files_has_as_revoked_is_revoked() {
    parts.add("a", part(3, organisation(AUTHORITIES.get(0), "0a")));
    parts.add("b", part(3, organisation(AUTHORITIES.get(0), "0b", "0a")));
    parts.add("c", part(3, organisation(AUTHORITIES.get(1)), organisation(AUTHORITIES.get(2))));
    assertThat(parts.whole().organisations().get(0).revoked()).containsExactly("0a", "0b");
  }

  @Test
  void a_number_that_is_no_more_than_half_of_all_is_refused_in_the_end() {
    for (Identity each : AUTHORITIES) {
      parts.add(each.mspId(), part(2, organisation(each)));
    }
    assertThatThrownBy(parts::whole)
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("more than half");
  }

  @Test
  void what_is_no_trust_file_is_refused_by_its_name() {
    refused("x", "{}".getBytes(StandardCharsets.UTF_8), "x is no trust file");
    refused("y", part(3), "y is no trust file");
    refused("z", part(3, organisation(AUTHORITIES.get(0), "no number")), "z is no trust file");
  }
}
