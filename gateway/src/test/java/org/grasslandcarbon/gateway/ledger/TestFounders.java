// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.FoundingDocument;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.TestParticipant;

/** An authority and an office of Beijing, who found a registry and admit others to it. */
final class TestFounders {
  private static final RegionCode BEIJING = new RegionCode("110000");

  private final TestParticipant authority = new TestParticipant(1);
  private final TestParticipant office = new TestParticipant(2);
  private final Clock clock;

  TestFounders(Clock clock) {
    this.clock = clock;
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
}
