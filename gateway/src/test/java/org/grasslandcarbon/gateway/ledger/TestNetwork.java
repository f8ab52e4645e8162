// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.FoundingDocument;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;

/** A peer in this JVM with the registry's chaincode, under a clock that the test sets. */
final class TestNetwork implements AutoCloseable {
  static final String ORGANISATION = "GrasslandMSP";
  static final RegionCode BEIJING = new RegionCode("110000");

  /** A clock that stands until it is set. */
  static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2025-03-03T02:00:00.123456789Z");

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  final SetClock clock = new SetClock();
  final TestParticipant authority = new TestParticipant(1);
  final TestParticipant office = new TestParticipant(2);
  final EmbeddedPeer peer;
  private final GrasslandChaincode chaincode;

  TestNetwork(Path directory) {
    chaincode = new GrasslandChaincode("registry:1", clock, Set.of(ORGANISATION));
    peer =
        EmbeddedPeer.builder(directory)
            .clock(clock)
            .chaincode("registry", "1.0", chaincode::connect)
            .open();
  }

  ManagedChannel channel() {
    return peer.channel();
  }

  LedgerIdentity identity() {
    EmbeddedIdentity enrolled = peer.enrol(ORGANISATION, "gateway");
    return new LedgerIdentity(enrolled.mspId(), enrolled.certificate(), enrolled.privateKey());
  }

  LedgerClient client() {
    return client("registry");
  }

  LedgerClient client(String chaincodeName) {
    return new LedgerClient(
        channel(), identity(), "grassland", chaincodeName, clock, Deadlines.DEFAULT);
  }

  /** Founded by an authority and an office of Beijing. */
  byte[] foundingDocument() {
    LocalDate from = LocalDate.of(2020, 1, 1);
    return Codec.write(
        new FoundingDocument(
            List.of(
                new FoundingDocument.Founder(
                    authority.id(),
                    List.of(authority.jwk()),
                    Name.of("国家主管部门", "National authority"),
                    RegionCode.NATION,
                    Role.AUTHORITY),
                new FoundingDocument.Founder(
                    office.id(),
                    List.of(office.jwk()),
                    Name.of("北京办公室", "Office of Beijing"),
                    BEIJING,
                    Role.OFFICE)),
            List.of(new Region(BEIJING, Name.of("北京市", "Beijing"), from, Optional.empty()))));
  }

  /** The office's instruction to admit somebody, valid for an hour. */
  byte[] admit(InstructionId id, TestParticipant admitted) {
    return office.sign(
        id,
        "admitParticipant",
        new AdmitParticipant(
            Optional.empty(),
            admitted.id(),
            List.of(admitted.jwk()),
            Name.of("企业", "Enterprise"),
            BEIJING,
            List.of(Role.TRADER)),
        clock.instant().plusSeconds(3_600));
  }

  @Override
  public void close() {
    peer.close();
    chaincode.close();
  }
}
