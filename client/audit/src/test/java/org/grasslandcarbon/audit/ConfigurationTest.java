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

  /** An organisation is the same for those who order and those who act, or the channel ends. */
  private static ConfigGroup withRevocations(ConfigGroup root, Authority office) {
    ConfigValue msp =
        PaperConfiguration.msp(office, List.of(office.revocations())).toBuilder()
            .setVersion(1)
            .build();
    ConfigGroup.Builder changed = root.toBuilder();
    for (String part : List.of("Application", "Orderer")) {
      ConfigGroup.Builder group = root.getGroupsOrThrow(part).toBuilder();
      group.putGroups(
          office.mspId(),
          group.getGroupsOrThrow(office.mspId()).toBuilder().putValues("MSP", msp).build());
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
