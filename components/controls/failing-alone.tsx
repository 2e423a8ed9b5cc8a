import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** The part threw and is gone; whoever holds it puts something in its place. */
  readonly onThrow: () => void;
}

/** Keeps what a part throws from the rest of the page. */
export class FailingAlone extends Component<Props, { readonly hasThrown: boolean }> {
  static getDerivedStateFromError() {
    return { hasThrown: true };
  }

  override state = { hasThrown: false };

  override componentDidCatch() {
    this.props.onThrow();
  }

  override render() {
    return this.state.hasThrown ? null : this.props.children;
  }
}
