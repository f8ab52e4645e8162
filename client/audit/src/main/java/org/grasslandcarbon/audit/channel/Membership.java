// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Who belongs to the channel under one configuration. Each certificate is read and judged once;
 * safe for use by many threads.
 */
public final class Membership {
  /** Reading one certificate costs as much as some signatures; a few thousand stay at hand. */
  private static final int MEMBERS_MOST = 10_000;

  private final Map<String, Organisation> organisations;
  private final Map<ByteString, Optional<Member>> known = new ConcurrentHashMap<>();

  Membership(Map<String, Organisation> organisations) {
    this.organisations = Map.copyOf(organisations);
  }

  /**
   * The member in these bytes (Fabric's {@code SerializedIdentity}), valid or not.
   *
   * @return empty when the organisation is unknown, or there is no certificate in them
   */
  public Optional<Member> identify(ByteString serialized) {
    Optional<Member> member = known.get(serialized);
    if (member == null) {
      member = read(serialized);
      if (known.size() >= MEMBERS_MOST) {
        known.clear();
      }
      known.put(serialized, member);
    }
    return member;
  }

  private Optional<Member> read(ByteString serialized) {
    try {
      SerializedIdentity identity = SerializedIdentity.parseFrom(serialized);
      return Optional.ofNullable(organisations.get(identity.getMspid()))
          .flatMap(organisation -> organisation.identify(identity.getIdBytes()));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // Anybody may put anything into a certificate; whom nobody can read is nobody.
      return Optional.empty();
    }
  }

  /** The certificates of the authorities of an organisation; none when it is unknown. */
  public List<X509Certificate> roots(String mspId) {
    Organisation organisation = organisations.get(mspId);
    return organisation == null ? List.of() : organisation.roots();
  }
}
