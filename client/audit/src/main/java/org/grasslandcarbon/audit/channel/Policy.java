// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import java.util.List;

/** Which signers are enough. */
@FunctionalInterface
public interface Policy {
  /** Whether they are, each of them being there once. */
  boolean satisfiedBy(List<Member> signers);

  /** The policy that is not there: nobody satisfies it. */
  Policy NONE = signers -> false;
}
