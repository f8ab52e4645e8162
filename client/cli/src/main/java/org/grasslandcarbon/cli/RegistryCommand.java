// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command is: something done in a session, with an exit code. */
public abstract class RegistryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Does it; failures are thrown. */
  protected abstract void perform(Session session);

  @Override
  public final Integer call() {
    perform(((Grassland) spec.root().userObject()).session());
    return ExitCode.OK;
  }

  /** How the person called it, e.g. {@code grassland project show}. */
  protected final String calledAs() {
    return spec.qualifiedName();
  }
}
