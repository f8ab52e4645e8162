// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.certificate.TrustFile.Organisation;
import org.grasslandcarbon.domain.certificate.TrustFile.Root;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Puts together what offices on machines of their own each say of themselves into one trust file.
 * Nobody's word goes before another's: where two of them do not agree, there is no file.
 */
public final class TrustParts {
  private Part first;
  private String firstName;
  private Optional<Sha256> genesis = Optional.empty();
  private final Map<String, Organisation> organisations = new TreeMap<>();
  private final Map<String, String> from = new TreeMap<>();

  /**
   * A trust file, or what one office says of it: then it has fewer organisations than must vouch.
   */
  private record Part(
      String chaincode,
      String channel,
      Optional<Sha256> genesis,
      int needed,
      List<Organisation> organisations) {}

  /**
   * Adds what an office says.
   *
   * @param name what the file is called, for people
   * @throws BadValueException when it is none, or does not agree with one before
   */
  public void add(String name, byte[] json) {
    Part part = read(name, json);
    if (first == null) {
      first = part;
      firstName = name;
    }
    agree(name, "channel", first.channel(), part.channel());
    agree(name, "chaincode", first.chaincode(), part.chaincode());
    part.genesis()
        .ifPresent(
            told -> {
              agree(name, "genesis", genesis.orElse(told), told);
              genesis = Optional.of(told);
            });
    agree(name, "needed", first.needed(), part.needed());
    for (Organisation each : part.organisations()) {
      Organisation known = organisations.get(each.mspId());
      if (known == null) {
        organisations.put(each.mspId(), each);
        from.put(each.mspId(), name);
      } else {
        organisations.put(each.mspId(), joined(name, known, each));
      }
    }
  }

  private static Part read(String name, byte[] json) {
    if (json.length > TrustFile.BYTES_MOST) {
      throw wrong(zh("%s 过大").en("%s is too large", name));
    }
    try {
      Part part = Codec.read(json, Part.class);
      // Half of a file is held to all that a whole one is, but for how many must vouch.
      new TrustedOffices(
          new TrustFile(
              part.chaincode(), part.channel(), part.organisations().size(), part.organisations()));
      return part;
    } catch (RegistryException e) {
      throw wrong(zh("%s 不是信任文件：%s").en("%s is no trust file: %s", name, e.detail()));
    } catch (BadValueException e) {
      throw wrong(zh("%s 不是信任文件：%s").en("%s is no trust file: %s", name, e.detail()));
    }
  }

  private void agree(String name, String member, Object before, Object now) {
    if (!before.equals(now)) {
      throw wrong(
          zh("%s 的 %s 为 %s，%s 的为 %s")
              .en("the %s of %s is %s, that of %s is %s", member, firstName, before, name, now));
    }
  }

  /** Roots are the same or the files are refused; what anybody has seen revoked is revoked. */
  private Organisation joined(String name, Organisation known, Organisation told) {
    if (!known.roots().equals(told.roots())) {
      throw wrong(
          zh("%s 与 %s 所载 %s 的根证书不同：%s；%s")
              .en(
                  "%s and %s do not have the same roots of %s: %s; %s",
                  from.get(told.mspId()),
                  name,
                  told.mspId(),
                  fingerprints(known),
                  fingerprints(told)));
    }
    TreeSet<String> revoked = new TreeSet<>(known.revoked());
    revoked.addAll(told.revoked());
    return new Organisation(told.mspId(), List.copyOf(revoked), told.roots());
  }

  private static String fingerprints(Organisation organisation) {
    return String.join(", ", organisation.roots().stream().map(Root::fingerprint).toList());
  }

  /**
   * The whole file.
   *
   * @throws BadValueException when it has fewer organisations than must vouch, or so many that
   *     those would be no more than half
   */
  public TrustFile whole() {
    if (first == null) {
      throw wrong(zh("没有任何部分").en("there is nothing to put together"));
    }
    if (first.needed() > organisations.size()) {
      throw wrong(
          zh("须有 %s 个机构作证，但只有 %s 个机构：%s")
              .en(
                  "%s organisations must vouch, and there are only %s: %s",
                  first.needed(), organisations.size(), String.join(", ", organisations.keySet())));
    }
    return new TrustFile(
        first.chaincode(),
        first.channel(),
        genesis,
        first.needed(),
        new ArrayList<>(organisations.values()));
  }

  private static BadValueException wrong(Detail detail) {
    return new BadValueException(detail);
  }
}
