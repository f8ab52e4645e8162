// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.blocks.BlockFolder;
import org.grasslandcarbon.audit.blocks.BlockHashes;
import org.grasslandcarbon.audit.blocks.BlocksUnreadableException;
import org.grasslandcarbon.audit.blocks.DeliveredBlocks;
import org.grasslandcarbon.audit.blocks.PeerConnection;
import org.grasslandcarbon.audit.blocks.PeerIdentity;
import org.grasslandcarbon.audit.compare.PeerComparison;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.registry.StateDigests;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of an embedded peer of four organisations, read from the peer as an auditor does. */
class EmbeddedPeerTest {
  private static final String CHAINCODE = "registry";
  private static final List<String> ORGANISATIONS =
      List.of("BeijingMSP", TestLedger.ORGANISATION, "HebeiMSP", "TianjinMSP");

  @TempDir private static Path directory;
  private static final TestLedger LEDGER = new TestLedger();
  private static GrasslandChaincode chaincode;
  private static EmbeddedPeer peer;
  private static PeerConnection connection;
  private static int submitted;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    chaincode =
        new GrasslandChaincode(
            CHAINCODE + "_1.0", Clock.systemUTC(), Set.of(TestLedger.ORGANISATION));
    peer =
        EmbeddedPeer.builder(directory)
            .channel("grassland")
            .organisations(ORGANISATIONS)
            .endorsementPolicy(3)
            .chaincode(CHAINCODE, "1.0", chaincode::connect)
            .open();
    InetSocketAddress bound =
        peer.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    connection = connect(bound.getPort(), peer.enrol("HebeiMSP", "auditor"));
    submit("bootstrap", LEDGER.founding());
    live();
  }

  private static PeerConnection connect(int port, EmbeddedIdentity auditor) throws Exception {
    return PeerConnection.open(
        new PeerConnection.Address("localhost:" + port, Optional.empty(), Optional.empty()),
        "grassland",
        PeerIdentity.of(
            auditor.mspId(),
            pem("CERTIFICATE", auditor.certificate().getEncoded()),
            pem("PRIVATE KEY", auditor.privateKey().getEncoded())),
        Clock.systemUTC());
  }

  private static byte[] pem(String kind, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Somebody is admitted, and somebody tries what is not allowed. */
  private static void live() throws Exception {
    LEDGER.setTime(Instant.now());
    LEDGER.admit(TestLedger.XILINHOT, Role.OWNER);
    LEDGER.admit(TestLedger.BEIJING, Role.TRADER);
    LEDGER.submit(
        LEDGER.the(Role.TRADER), new SuspendParticipant(LEDGER.the(Role.OWNER), "because"));
    for (; submitted < LEDGER.sent().size(); submitted++) {
      submit("submit", LEDGER.sent().get(submitted).instructions().toArray(byte[][]::new));
    }
  }

  private static void submit(String function, byte[]... arguments) throws Exception {
    EmbeddedIdentity gateway = peer.enrol(TestLedger.ORGANISATION, "gateway");
    try (Gateway sdk =
        Gateway.newInstance()
            .identity(new X509Identity(gateway.mspId(), gateway.certificate()))
            .signer(Signers.newPrivateKeySigner(gateway.privateKey()))
            .connection(peer.channel())
            .connect()) {
      Contract contract = sdk.getNetwork("grassland").getContract(CHAINCODE);
      contract.submitTransaction(function, arguments);
    }
  }

  @AfterAll
  static void stop() {
    connection.close();
    peer.close();
    chaincode.close();
  }

  private static AuditPlan plan(TrustAnchor anchor) {
    return new AuditPlan(CHAINCODE, anchor, Optional.of(Set.of(TestLedger.ORGANISATION)), Set.of());
  }

  private static TrustAnchor genesis() {
    return new TrustAnchor.GenesisHash(
        HexFormat.of().formatHex(BlockHashes.headerHash(peer.block(0).getHeader()).toByteArray()));
  }

  private static void read(Audit audit) {
    try (DeliveredBlocks source = DeliveredBlocks.from(connection, audit.next())) {
      audit.read(source, (block, newest) -> {});
    }
  }

  @Test
  void its_blocks_and_its_state_are_what_they_say() throws Exception {
    try (Audit audit = Audit.open(folder, plan(genesis()), Audited.CLOCK)) {
      read(audit);
      audit.checkInvariants();
      assertThat(audit.found()).isEmpty();
      assertThat(audit.next()).isEqualTo(peer.height());
      long instructions = audit.counts().instructions();

      live();
      read(audit);
      assertThat(audit.found()).as("blocks that came since").isEmpty();
      assertThat(audit.counts().instructions()).isGreaterThan(instructions);

      long keys =
          new PeerComparison(audit.state(), CHAINCODE, audit.findings())
              .compare(
                  asked -> connection.query(CHAINCODE, "stateDigests", asked),
                  audit.next() - 1,
                  () -> DeliveredBlocks.newest(connection));
      assertThat(keys).isGreaterThan(10);
      assertThat(Audited.of(audit).codes()).containsExactly(FindingCode.PEER_AHEAD_ONLY);
    }
  }

  @Test
  void a_state_that_was_edited_by_hand_is_named_key_by_key() {
    try (Audit audit = Audit.open(folder, plan(genesis()), Audited.CLOCK)) {
      read(audit);
      MapStore edited = new MapStore();
      audit.state().forEach(CHAINCODE, (key, stored) -> edited.state().put(key, stored.value()));
      String changed =
          edited.state().keySet().stream()
              .filter(key -> key.contains("PARTICIPANT"))
              .findFirst()
              .orElseThrow();
      String removed =
          edited.state().keySet().stream()
              .filter(key -> key.contains("JOURNAL"))
              .findFirst()
              .orElseThrow();
      edited.state().put(changed, "{}".getBytes(StandardCharsets.UTF_8));
      edited.state().remove(removed);

      new PeerComparison(audit.state(), CHAINCODE, audit.findings())
          .compare(
              asked -> StateDigests.of(asked, edited), audit.next() - 1, () -> audit.next() - 1);

      Audited audited = Audited.of(audit);
      assertThat(audited.only(FindingCode.PEER_STATE_DIFFERS).place().key().orElseThrow())
          .startsWith("PARTICIPANT:");
      assertThat(audited.only(FindingCode.PEER_STATE_DIFFERS).place().block()).isPresent();
      assertThat(audited.only(FindingCode.PEER_STATE_LACKS).place().key().orElseThrow())
          .startsWith("JOURNAL:");
    }
  }

  @Test
  void a_peer_at_another_block_is_not_compared() {
    try (Audit audit = Audit.open(folder, plan(genesis()), Audited.CLOCK)) {
      read(audit);
      new PeerComparison(audit.state(), CHAINCODE, audit.findings())
          .compare(asked -> new byte[0], audit.next() - 1, () -> 1_000_000);

      assertThat(Audited.of(audit).codes()).containsExactly(FindingCode.PEER_NOT_COMPARED);
    }
  }

  @Test
  void files_as_peer_channel_fetch_writes_them_are_read_in_the_order_of_their_numbers()
      throws IOException {
    Path files = Files.createDirectory(folder.resolve("blocks"));
    for (long number = 0; number < peer.height(); number++) {
      Files.write(
          files.resolve("grassland_" + (99 - number) + ".block"), peer.block(number).toByteArray());
    }
    try (Audit audit = Audit.open(folder.resolve("audit"), plan(genesis()), Audited.CLOCK);
        BlockFolder source = BlockFolder.open(files, 0)) {
      audit.read(source, (block, newest) -> assertThat(newest).isPresent());
      assertThat(audit.found()).isEmpty();
    }
    Files.writeString(files.resolve("note.txt"), "no block");
    assertThatThrownBy(() -> BlockFolder.open(files, 0))
        .isInstanceOf(BlocksUnreadableException.class)
        .hasMessageContaining("note.txt");
  }

  @Test
  void the_offices_roots_are_an_anchor_too() throws Exception {
    List<TrustFile.Organisation> offices = new ArrayList<>();
    for (String mspId : ORGANISATIONS) {
      offices.add(
          new TrustFile.Organisation(
              mspId,
              List.of(),
              List.of(
                  new TrustFile.Root(
                      Base64.getEncoder()
                          .encodeToString(peer.authorities().get(mspId).getEncoded()),
                      Instant.EPOCH,
                      Optional.empty(),
                      Optional.empty()))));
    }
    TrustFile all =
        new TrustFile(
            CHAINCODE,
            "grassland",
            Optional.of(
                new Sha256(
                    HexFormat.of()
                        .formatHex(
                            BlockHashes.headerHash(peer.block(0).getHeader()).toByteArray()))),
            3,
            offices);
    try (Audit audit =
        Audit.open(folder.resolve("all"), plan(new TrustAnchor.Roots(all)), Audited.CLOCK)) {
      read(audit);
      assertThat(audit.found()).isEmpty();
    }
    TrustFile older = new TrustFile(CHAINCODE, "grassland", 3, offices);
    try (Audit audit =
        Audit.open(folder.resolve("older"), plan(new TrustAnchor.Roots(older)), Audited.CLOCK)) {
      read(audit);
      assertThat(Audited.of(audit).codes())
          .as("this ledger's orderer is of an organisation that is in no trust file")
          .containsExactly(FindingCode.GENESIS_NOT_TRUSTED, FindingCode.NOT_READ_FURTHER);
    }
    TrustFile three = new TrustFile(CHAINCODE, "grassland", 2, offices.subList(0, 3));
    try (Audit audit =
        Audit.open(folder.resolve("three"), plan(new TrustAnchor.Roots(three)), Audited.CLOCK)) {
      read(audit);
      assertThat(Audited.of(audit).codes())
          .containsExactly(FindingCode.GENESIS_NOT_TRUSTED, FindingCode.NOT_READ_FURTHER);
    }
  }

  @Test
  void whoever_is_of_no_organisation_is_refused_and_that_is_no_finding() throws Exception {
    EmbeddedIdentity own = peer.enrol("HebeiMSP", "auditor");
    try (PeerConnection stranger =
        PeerConnection.open(
            new PeerConnection.Address("localhost:1", Optional.empty(), Optional.empty()),
            "grassland",
            PeerIdentity.of(
                "StrangerMSP",
                pem("CERTIFICATE", own.certificate().getEncoded()),
                pem("PRIVATE KEY", own.privateKey().getEncoded())),
            Clock.systemUTC())) {
      assertThatThrownBy(() -> DeliveredBlocks.from(stranger, 0))
          .isInstanceOf(BlocksUnreadableException.class)
          .hasMessageContaining("not reached");
    }
  }
}
