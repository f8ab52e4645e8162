// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * Whether one configuration may follow another: by one in the sequence, by a change that those have
 * signed who may change each of the items, and as exactly what that change makes of the one before.
 */
public final class ConfigurationChange {
  private final Configuration before;
  private final ConfigEnvelope after;

  /**
   * What is wrong with a change.
   *
   * @param code which it is
   * @param detail what exactly
   */
  public record Fault(FindingCode code, Detail detail) {}

  private ConfigurationChange(Configuration before, ConfigEnvelope after) {
    this.before = before;
    this.after = after;
  }

  /** What is wrong with the configuration in an envelope as the one after another. */
  public static Optional<Fault> fault(Configuration before, Envelope envelope) {
    try {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      return new ConfigurationChange(before, ConfigEnvelope.parseFrom(payload.getData())).fault();
    } catch (InvalidProtocolBufferException e) {
      return Optional.of(
          new Fault(
              FindingCode.CONFIG_UNREADABLE,
              zh("配置变更无法读取").en("the change of the configuration cannot be read")));
    }
  }

  private Optional<Fault> fault() throws InvalidProtocolBufferException {
    long expected = before.config().getSequence() + 1;
    long sequence = after.getConfig().getSequence();
    if (sequence != expected) {
      return found(
          FindingCode.CONFIG_SEQUENCE_WRONG,
          zh("序号实为 %s，应为 %s").en("the sequence is %s and not %s", sequence, expected));
    }
    ConfigUpdateEnvelope signed =
        ConfigUpdateEnvelope.parseFrom(
            Payload.parseFrom(after.getLastUpdate().getPayload()).getData());
    ConfigUpdate update = ConfigUpdate.parseFrom(signed.getConfigUpdate());
    if (!update.getChannelId().equals(before.channel())) {
      return notAuthorised(
          zh("变更属于通道 %s").en("the change is of the channel %s", update.getChannelId()));
    }
    ConfigurationItems current = ConfigurationItems.of(before.config().getChannelGroup());
    ConfigurationItems read = ConfigurationItems.of(update.getReadSet());
    ConfigurationItems written = ConfigurationItems.of(update.getWriteSet());
    Map<ConfigurationItems.Path, ConfigurationItems.Item> delta =
        ConfigurationItems.delta(read, written);
    Optional<Fault> refused = outdated(current, read);
    if (refused.isEmpty()) {
      refused = unauthorised(current, delta, signers(signed));
    }
    return refused.isPresent() ? refused : otherResult(current, written, delta);
  }

  private static Optional<Fault> outdated(ConfigurationItems current, ConfigurationItems read) {
    return read.all().entrySet().stream()
        .filter(
            each -> {
              ConfigurationItems.Item now = current.all().get(each.getKey());
              return now == null || now.version() != each.getValue().version();
            })
        .findFirst()
        .map(
            each ->
                new Fault(
                    FindingCode.CONFIG_NOT_AUTHORISED,
                    zh("%s 的版本已不是变更所依据的")
                        .en(
                            "%s is not in the version that the change starts from",
                            each.getKey())));
  }

  private Optional<Fault> unauthorised(
      ConfigurationItems current,
      Map<ConfigurationItems.Path, ConfigurationItems.Item> delta,
      List<Member> signers) {
    if (delta.isEmpty()) {
      return notAuthorised(zh("变更没有内容").en("the change changes nothing"));
    }
    for (Map.Entry<ConfigurationItems.Path, ConfigurationItems.Item> each : delta.entrySet()) {
      ConfigurationItems.Path path = each.getKey();
      ConfigurationItems.Item now = current.all().get(path);
      long version = each.getValue().version();
      if (each.getValue().modPolicy().isEmpty()) {
        return notAuthorised(zh("%s 没有修改策略").en("%s has no policy for changes", path));
      }
      if (now == null) {
        // What is new is judged by the policy of the group that it comes to, which it changes too.
        if (version != 0) {
          return notAuthorised(zh("%s 的版本应为 0").en("%s is new and not in version 0", path));
        }
      } else if (version != now.version() + 1) {
        return notAuthorised(
            zh("%s 的版本为 %s，应为 %s")
                .en("%s is in version %s and not %s", path, version, now.version() + 1));
      } else if (!policy(path, now.modPolicy()).satisfiedBy(signers)) {
        return notAuthorised(
            zh("%2$s 的修改策略 %1$s 未满足：签署者为 %3$s")
                .en(
                    "the policy %s for changes of %s is not satisfied by %s",
                    now.modPolicy(), path, signers));
      }
    }
    return Optional.empty();
  }

  private Policy policy(ConfigurationItems.Path path, String modPolicy) {
    return modPolicy.startsWith("/") || path.names().isEmpty()
        ? before.policy(modPolicy)
        : before
            .policies()
            .group(path.policyGroup())
            .map(group -> group.policy(modPolicy))
            .orElse(Policy.NONE);
  }

  private List<Member> signers(ConfigUpdateEnvelope signed) throws InvalidProtocolBufferException {
    Set<Member> signers = new LinkedHashSet<>();
    for (ConfigSignature each : signed.getSignaturesList()) {
      ByteString creator = SignatureHeader.parseFrom(each.getSignatureHeader()).getCreator();
      before
          .membership()
          .identify(creator)
          .filter(
              member ->
                  member.signed(
                      each.getSignature(), each.getSignatureHeader(), signed.getConfigUpdate()))
          .ifPresent(signers::add);
    }
    return new ArrayList<>(signers);
  }

  private Optional<Fault> otherResult(
      ConfigurationItems current,
      ConfigurationItems written,
      Map<ConfigurationItems.Path, ConfigurationItems.Item> delta) {
    for (ConfigurationItems.Path path : written.all().keySet()) {
      if (!current.all().containsKey(path) && !delta.containsKey(path)) {
        return otherwise(path);
      }
    }
    ConfigGroup result = after.getConfig().getChannelGroup();
    ConfigGroup expected = current.with(delta);
    if (result.equals(expected)) {
      return Optional.empty();
    }
    Map<ConfigurationItems.Path, ConfigurationItems.Item> mine =
        ConfigurationItems.of(expected).all();
    return ConfigurationItems.of(result).all().entrySet().stream()
        .filter(each -> !each.getValue().equals(mine.get(each.getKey())))
        .reduce((first, second) -> second)
        .map(Map.Entry::getKey)
        .or(() -> mine.keySet().stream().findFirst())
        .flatMap(ConfigurationChange::otherwise);
  }

  private static Optional<Fault> otherwise(ConfigurationItems.Path path) {
    return found(
        FindingCode.CONFIG_NOT_WHAT_WAS_SIGNED,
        zh("%s 与所签署的变更不符").en("%s is not what the signed change makes of it", path));
  }

  private static Optional<Fault> notAuthorised(Detail detail) {
    return found(FindingCode.CONFIG_NOT_AUTHORISED, detail);
  }

  private static Optional<Fault> found(FindingCode code, Detail detail) {
    return Optional.of(new Fault(code, detail));
  }
}
