// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * So many of such signers. Fabric's way of matching is kept to the letter: each rule takes the
 * first signer that fits and that no rule before it has taken, so that no signature counts twice.
 */
final class SignatureRule implements Policy {
  /** Deeper than anybody writes; bounds what a hostile configuration costs. */
  private static final int DEPTH_MOST = 50;

  private final SignaturePolicy rule;
  private final List<Predicate<Member>> principals = new ArrayList<>();

  private SignatureRule(SignaturePolicyEnvelope policy, Membership membership) {
    rule = policy.getRule();
    policy.getIdentitiesList().forEach(each -> principals.add(principal(each, membership, 0)));
    requireKnown(rule, 0);
  }

  /**
   * Reads a policy.
   *
   * @throws ConfigurationException when it is none
   */
  static SignatureRule of(ByteString policy, Membership membership) {
    try {
      return of(SignaturePolicyEnvelope.parseFrom(policy), membership);
    } catch (InvalidProtocolBufferException e) {
      throw new ConfigurationException(zh("签名策略无法读取").en("a signature policy cannot be read"));
    }
  }

  static SignatureRule of(SignaturePolicyEnvelope policy, Membership membership) {
    return new SignatureRule(policy, membership);
  }

  private void requireKnown(SignaturePolicy part, int depth) {
    boolean known =
        switch (part.getTypeCase()) {
          case SIGNED_BY -> part.getSignedBy() >= 0 && part.getSignedBy() < principals.size();
          case N_OUT_OF -> depth < DEPTH_MOST;
          default -> false;
        };
    if (!known) {
      throw new ConfigurationException(
          zh("签名策略含有未知的规则").en("a signature policy has a rule of an unknown kind"));
    }
    part.getNOutOf().getRulesList().forEach(each -> requireKnown(each, depth + 1));
  }

  @Override
  public boolean satisfiedBy(List<Member> signers) {
    return satisfied(rule, signers, new boolean[signers.size()]);
  }

  private boolean satisfied(SignaturePolicy part, List<Member> signers, boolean[] used) {
    if (part.getTypeCase() == SignaturePolicy.TypeCase.SIGNED_BY) {
      Predicate<Member> wanted = principals.get(part.getSignedBy());
      for (int i = 0; i < used.length; i++) {
        if (!used[i] && wanted.test(signers.get(i))) {
          used[i] = true;
          return true;
        }
      }
      return false;
    }
    int satisfied = 0;
    for (SignaturePolicy each : part.getNOutOf().getRulesList()) {
      boolean[] tried = Arrays.copyOf(used, used.length);
      if (satisfied(each, signers, tried)) {
        satisfied++;
        System.arraycopy(tried, 0, used, 0, used.length);
      }
    }
    return satisfied >= part.getNOutOf().getN();
  }

  private static Predicate<Member> principal(
      MSPPrincipal principal, Membership membership, int depth) {
    try {
      return switch (principal.getPrincipalClassification()) {
        case ROLE -> role(MSPRole.parseFrom(principal.getPrincipal()));
        case ORGANIZATION_UNIT -> unit(OrganizationUnit.parseFrom(principal.getPrincipal()));
        case IDENTITY -> {
          Member wanted = membership.identify(principal.getPrincipal()).orElse(null);
          yield member -> member.equals(wanted) && wanted.fault().isEmpty();
        }
        case COMBINED ->
            all(CombinedPrincipal.parseFrom(principal.getPrincipal()), membership, depth);
        case ANONYMITY -> {
          boolean nominal =
              MSPIdentityAnonymity.parseFrom(principal.getPrincipal()).getAnonymityType()
                  == MSPIdentityAnonymity.MSPIdentityAnonymityType.NOMINAL;
          yield member -> nominal;
        }
        default -> member -> false;
      };
    } catch (InvalidProtocolBufferException e) {
      return member -> false;
    }
  }

  private static Predicate<Member> all(
      CombinedPrincipal combined, Membership membership, int depth) {
    if (combined.getPrincipalsCount() == 0 || depth >= DEPTH_MOST) {
      return member -> false;
    }
    List<Predicate<Member>> parts =
        combined.getPrincipalsList().stream()
            .map(each -> principal(each, membership, depth + 1))
            .toList();
    return member -> parts.stream().allMatch(part -> part.test(member));
  }

  private static Predicate<Member> role(MSPRole role) {
    return member ->
        member.mspId().equals(role.getMspIdentifier())
            && switch (role.getRole()) {
              case MEMBER -> member.fault().isEmpty();
              case ADMIN -> member.standing().admin() || has(member, Member.Role.ADMIN);
              case CLIENT -> has(member, Member.Role.CLIENT);
              case PEER -> has(member, Member.Role.PEER);
              case ORDERER -> has(member, Member.Role.ORDERER);
              default -> false;
            };
  }

  private static boolean has(Member member, Member.Role role) {
    return member.fault().isEmpty() && member.standing().roles().contains(role);
  }

  private static Predicate<Member> unit(OrganizationUnit unit) {
    return member ->
        member.mspId().equals(unit.getMspIdentifier())
            && member.fault().isEmpty()
            && member.standing().units().contains(unit.getOrganizationalUnitIdentifier())
            && member.standing().chain().equals(unit.getCertifiersIdentifier());
  }
}
