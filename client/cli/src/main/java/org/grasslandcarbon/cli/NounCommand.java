// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A noun with verbs below it; by itself it shows them. */
public class NounCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** For nouns that are put together without annotations. */
  public void setSpec(CommandSpec made) {
    spec = made;
  }

  @Override
  public final void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
