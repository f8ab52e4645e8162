// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.paper.Authority;
import org.grasslandcarbon.audit.paper.Holder;
import org.grasslandcarbon.audit.paper.PaperConfiguration;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The configuration changes while the ledger lives, and whoever may change it is held to it. */
class ConfigurationTest {
  private static TestLedger ledger;
  private PaperNetwork network;
  private int next;

  @BeforeAll
  static void play() {
    ledger = GoldenHistory.play();
  }

  @BeforeEach
  void begin() {
    network = new PaperNetwork();
    network.found(ledger);
    next = 0;
    goOn(5);
  }

  private void goOn(int count) {
    for (int i = 0; i < count; i++) {
      network.submit(ledger.sent().get(next++));
    }
  }

  /** A change of the channel's application group, raised by a version. */
  private static UnaryOperator<ConfigGroup> application(UnaryOperator<ConfigGroup.Builder> change) {
    return root ->
        root.toBuilder()
            .putGroups(
                "Application",
                change.apply(root.getGroupsOrThrow("Application").toBuilder()).build())
            .build();
  }

  private static ConfigGroup.Builder raised(ConfigGroup.Builder group) {
    return group.setVersion(group.getVersion() + 1);
  }

  private List<Holder> majority() {
    return network.admins().subList(0, 3);
  }

  private UnaryOperator<ConfigGroup> withOffice(Authority office) {
    return application(
        group -> raised(group).putGroups(office.mspId(), PaperConfiguration.organisation(office)));
  }

  @Test
  void an_office_joins_and_its_peer_counts_from_the_next_block_on() {
    Authority joined = new Authority("ShanxiMSP");
    network.reconfigure(withOffice(joined), majority());
    goOn(5);

    Audited audited = Audited.of(network);

    assertThat(audited.findings()).isEmpty();
    assertThat(audited.counts().configurations()).isEqualTo(1);
  }

  @Test
  void an_office_that_joined_endorses_in_the_place_of_one_that_was_there() {
    Authority joined = new Authority("ShanxiMSP");
    Holder peer = joined.issue("peer." + joined.mspId(), "peer");
    List<Holder> withIt = List.of(network.peers().get(0), network.peers().get(1), peer);
    network.reconfigure(withOffice(joined), majority());
    network.defineWith(joined.mspId(), 3);
    network.submit(ledger.sent().get(next++), each -> each.endorsedBy(withIt));
    goOn(2);

    assertThat(Audited.of(network).findings()).isEmpty();

    PaperNetwork without = new PaperNetwork();
    without.found(ledger);
    without.defineWith(joined.mspId(), 3);
    without.submit(
        ledger.sent().get(0),
        each -> each.endorsedBy(List.of(without.peers().get(0), without.peers().get(1), peer)));
    assertThat(Audited.of(without).codes())
        .as("no configuration has let it in")
        .contains(FindingCode.ENDORSEMENTS_TOO_FEW);
  }

  @Test
  void a_renewed_root_counts_beside_the_old_one_and_then_alone() {
    // The last of the four, whose orderer signs no block here.
    int office = network.authorities().size() - 1;
    Authority old = network.authorities().get(office);
    Authority renewed = new Authority(old.mspId());
    Holder peer = renewed.issue("peer." + old.mspId(), "peer");
    Holder admin = renewed.issue("admin." + old.mspId(), "admin");
    List<Holder> two = network.peers().subList(0, 2);
    List<Holder> withOld = List.of(two.get(0), two.get(1), network.peers().get(office));
    List<Holder> withNew = List.of(two.get(0), two.get(1), peer);
    network.reconfigure(
        root -> withRoots(root, List.of(old, renewed)), List.of(network.admins().get(office)));
    network.submit(ledger.sent().get(next++), each -> each.endorsedBy(withOld));
    network.submit(ledger.sent().get(next++), each -> each.endorsedBy(withNew));
    network.reconfigure(root -> withRoots(root, List.of(renewed)), List.of(admin));
    network.submit(ledger.sent().get(next++), each -> each.endorsedBy(withNew));

    Audited audited = Audited.of(network);
    assertThat(audited.findings()).isEmpty();
    assertThat(audited.counts().configurations()).isEqualTo(2);

    network.submit(ledger.sent().get(next), each -> each.endorsedBy(withOld));
    assertThat(Audited.of(network).only(FindingCode.ENDORSEMENTS_TOO_FEW).place().block())
        .as("endorsed by a peer of the root that was taken out")
        .contains(network.blocks().size() - 1L);
  }

  @Test
  void a_root_that_no_configuration_has_is_nobodys() {
    Authority renewed = new Authority(network.authorities().get(0).mspId());
    Holder peer = renewed.issue("peer." + renewed.mspId(), "peer");
    network.submit(
        ledger.sent().get(next),
        each -> each.endorsedBy(List.of(peer, network.peers().get(1), network.peers().get(2))));
    assertThat(Audited.of(network).codes()).contains(FindingCode.ENDORSEMENTS_TOO_FEW);
  }

  @Test
  void an_administrator_of_a_root_that_is_not_there_yet_cannot_put_it_there() {
    Authority renewed = new Authority(network.authorities().get(0).mspId());
    network.reconfigure(
        root -> withRoots(root, List.of(renewed)),
        List.of(renewed.issue("admin." + renewed.mspId(), "admin")));
    assertThat(Audited.of(network).codes()).contains(FindingCode.CONFIG_NOT_AUTHORISED);
  }

  /** In both of its places. */
  private static ConfigGroup withRoots(ConfigGroup root, List<Authority> roots) {
    String mspId = roots.get(0).mspId();
    long version =
        root.getGroupsOrThrow("Application")
            .getGroupsOrThrow(mspId)
            .getValuesOrThrow("MSP")
            .getVersion();
    return withMsp(
        root, mspId, PaperConfiguration.renewed(roots).toBuilder().setVersion(version + 1).build());
  }

  @Test
  void two_of_four_administrators_are_no_majority() {
    network.reconfigure(withOffice(new Authority("ShanxiMSP")), network.admins().subList(0, 2));
    goOn(1);

    Audited audited = Audited.of(network);

    assertThat(audited.codes()).containsExactly(FindingCode.CONFIG_NOT_AUTHORISED);
    assertThat(audited.findings().get(0).detail()).contains("/Channel/Application");
  }

  @Test
  void a_peer_is_no_administrator() {
    network.reconfigure(withOffice(new Authority("ShanxiMSP")), network.peers());

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.CONFIG_NOT_AUTHORISED);
  }

  @Test
  void a_configuration_that_says_more_than_what_was_signed() {
    Authority hidden = new Authority("HiddenMSP");
    network.reconfigure(
        withOffice(new Authority("ShanxiMSP")),
        majority(),
        config ->
            config.toBuilder()
                .setChannelGroup(withOffice(hidden).apply(config.getChannelGroup()))
                .build());

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.CONFIG_NOT_WHAT_WAS_SIGNED);
  }

  @Test
  void a_configuration_that_leaves_one_out() {
    network.reconfigure(
        withOffice(new Authority("ShanxiMSP")),
        majority(),
        config -> config.toBuilder().setSequence(config.getSequence() + 1).build());

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.CONFIG_SEQUENCE_WRONG);
  }

  @Test
  void an_item_changed_without_a_new_version() {
    network.reconfigure(
        application(
            group ->
                group.putGroups(
                    "ShanxiMSP", PaperConfiguration.organisation(new Authority("ShanxiMSP")))),
        majority());

    assertThat(Audited.of(network).codes()).contains(FindingCode.CONFIG_NOT_WHAT_WAS_SIGNED);
  }

  private static ConfigGroup withRevocations(ConfigGroup root, Authority office) {
    return withMsp(
        root,
        office.mspId(),
        PaperConfiguration.msp(office, List.of(office.revocations())).toBuilder()
            .setVersion(1)
            .build());
  }

  /** An organisation is the same for those who order and those who act, or the channel ends. */
  private static ConfigGroup withMsp(ConfigGroup root, String mspId, ConfigValue msp) {
    ConfigGroup.Builder changed = root.toBuilder();
    for (String part : List.of("Application", "Orderer")) {
      ConfigGroup.Builder group = root.getGroupsOrThrow(part).toBuilder();
      group.putGroups(
          mspId, group.getGroupsOrThrow(mspId).toBuilder().putValues("MSP", msp).build());
      changed.putGroups(part, group.build());
    }
    return changed.build();
  }

  @Test
  void a_revoked_peer_counts_no_longer() {
    Authority office = network.authorities().get(0);
    office.revoke(network.peers().get(0));
    network.reconfigure(root -> withRevocations(root, office), List.of(network.admins().get(0)));
    goOn(1);

    Audited audited = Audited.of(network);

    assertThat(audited.codes())
        .as("three of four endorse, one of them with what is revoked")
        .containsExactly(FindingCode.ENDORSEMENTS_TOO_FEW);

    Holder renewed = office.issue("peer2." + office.mspId(), "peer");
    PaperNetwork same = network;
    same.submit(
        ledger.sent().get(next),
        each -> each.endorsedBy(List.of(renewed, same.peers().get(1), same.peers().get(2))));
    assertThat(Audited.of(same).codes())
        .as("a certificate of the same authority, issued since, counts")
        .doesNotContain(FindingCode.CREATOR_NOT_VALID)
        .containsOnlyOnce(FindingCode.ENDORSEMENTS_TOO_FEW);
  }

  @Test
  void a_certificate_that_has_ended_still_counts_and_is_noted() {
    Authority office = network.authorities().get(0);
    Holder ended =
        office.issue("peer3." + office.mspId(), "peer", Instant.parse("2024-01-01T00:00:00Z"));
    network.submit(
        ledger.sent().get(next),
        each -> each.endorsedBy(List.of(ended, network.peers().get(1), network.peers().get(2))));

    assertThat(Audited.of(network).codes()).containsExactly(FindingCode.SIGNER_OUTSIDE_VALIDITY);
  }

  @Test
  void a_definition_with_another_policy_holds_from_its_block_on() {
    network.define("1", 4);
    goOn(1);

    Audited audited = Audited.of(network);

    assertThat(audited.only(FindingCode.ENDORSEMENTS_TOO_FEW).place().block())
        .contains(network.blocks().size() - 1L);
  }
}
