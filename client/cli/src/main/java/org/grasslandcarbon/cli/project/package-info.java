// SPDX-License-Identifier: Apache-2.0
/** {@code grassland project boundary}: a project's land as a drawing. */
package org.grasslandcarbon.cli.project;
